import { CallError } from '../../contract/error.ts';
import { failure } from '../../core/words/failure.ts';
import { FailureError } from '../../core/words/failure-error.ts';
import type { Handlers } from '../runtime/call-context.ts';

type FilmsMethod =
  | 'films.openDecoder'
  | 'films.decode'
  | 'films.closeDecoder'
  | 'films.digest'
  | 'films.keepList'
  | 'films.keptList';

/** Films that a window reads: what it cannot decode, which it has read before, and its list of them. */
export const filmsHandlers: Handlers<FilmsMethod> = {
  async 'films.openDecoder'({ runtime, callerState }, { fileName, ...coding }) {
    return { decoder: await inWords(runtime.filmDecoders.open(callerState, fileName, coding)) };
  },

  async 'films.decode'({ runtime, callerState }, { decoder, packets, isLast }) {
    const pictures = await inWords(runtime.filmDecoders.decode(callerState, decoder, packets, isLast));
    if (!pictures) throw new CallError('not-found', failure('films.no-decoder'));
    return { pictures: [...pictures] };
  },

  async 'films.closeDecoder'({ runtime, callerState }, { decoder }) {
    await runtime.filmDecoders.close(callerState, decoder);
    return {};
  },

  'films.digest'({ runtime, callerState }, { digest, bytes, isLast }) {
    const answer = runtime.filmDigests.add(callerState, digest, bytes, isLast);
    if (!answer) throw new CallError('not-found', failure('films.no-digest'));
    return answer;
  },

  'films.keepList'({ runtime, user }, list) {
    runtime.filmLists.set(user.id, list);
    return {};
  },

  'films.keptList': ({ runtime, user }) => runtime.filmLists.get(user.id) ?? { films: [], takesFirstAlone: false },
};

/** What is wrong with a film is no incident of the program. */
async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof FailureError ? new CallError('failed', error, { cause: error }) : error;
  }
}
