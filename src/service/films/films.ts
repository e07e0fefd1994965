import { randomUUID } from 'node:crypto';
import { CallError } from '../../contract/error.ts';
import { NoDecoderError } from '../../core/recording/film.node.ts';
import { PacketDecoder } from '../../core/recording/packet-decoder.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';

type FilmsMethod = 'films.openDecoder' | 'films.decode' | 'films.closeDecoder';

/** One film is read at a time, and a window that was closed leaves its decoder behind: the oldest makes room. */
const MOST_DECODERS = 4;

const decoders = new Map<string, PacketDecoder>();

/** Decoding for a window whose browser cannot. */
export const filmsHandlers: Handlers<FilmsMethod> = {
  async 'films.openDecoder'(_context, coding) {
    const opened = await PacketDecoder.open(coding).catch((error) => {
      if (error instanceof NoDecoderError) return null;
      throw error;
    });
    if (!opened) return { decoder: null };
    const decoder = randomUUID();
    decoders.set(decoder, opened);
    for (const id of [...decoders.keys()].slice(0, -MOST_DECODERS)) closeDecoder(id);
    return { decoder };
  },

  async 'films.decode'(_context, { decoder, packets, isLast }) {
    const found = decoders.get(decoder);
    if (!found) throw new CallError('not-found', failure('sessions.no-decoder'));
    return { pictures: await found.decode(packets, isLast) };
  },

  'films.closeDecoder'(_context, { decoder }) {
    closeDecoder(decoder);
    return {};
  },
};

function closeDecoder(id: string): void {
  decoders.get(id)?.close();
  decoders.delete(id);
}
