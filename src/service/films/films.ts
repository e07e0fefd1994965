import { CallError } from '../../contract/error.ts';
import { failure } from '../../core/words/failure.ts';
import { FailureError } from '../../core/words/failure-error.ts';
import type { Handlers } from '../runtime/call-context.ts';

type FilmsMethod = 'films.openDecoder' | 'films.decode' | 'films.closeDecoder';

/** Decoding for a window whose browser cannot. */
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
};

/** What is wrong with a film is no incident of the program. */
async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof FailureError ? new CallError('failed', error, { cause: error }) : error;
  }
}
