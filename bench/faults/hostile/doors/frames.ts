import { decodeFrame, encodeFrame } from '../../../../src/contract/codec.ts';
import { clientFrameSchema } from '../../../../src/contract/wire.ts';
import type { Door, Ended } from '../door.ts';
import { spoilBytes } from '../spoil.ts';

const SAID: Ended = { end: 'refused', said: ['the frame is none of ours: the connection is closed as malformed'] };

/** Bytes on the browser host's connection. What is no frame ends it with a code of the contract, which the window has words for. */
const frames: Door = {
  inputs: 500,
  turns: 6,
  open: async () => ({
    async attack(random) {
      const grey = Uint8Array.from({ length: 400 }, () => random.integer(256));
      const input = { sessionId: 'a', samples: [{ atMs: 1.5, probabilities: [0.1, 0.9] }], crops: [{ atMs: 2, grey }] };
      const bytes = spoilBytes(encodeFrame({ id: random.integer(1000), name: 'sessions.append', input }), random);
      let frame: unknown;
      try {
        frame = decodeFrame(bytes);
      } catch {
        return SAID;
      }
      return clientFrameSchema.safeParse(frame).success ? { end: 'taken', said: [] } : SAID;
    },
    close: async () => [],
  }),
};

export default frames;
