/** Decodes one film at a time for the host: native code that a damaged film may end runs here, and nothing else. */
import { constants, setPriority } from 'node:os';
import { NoDecoderError } from '../../core/recording/film.node.ts';
import { PacketDecoder } from '../../core/recording/packet-decoder.node.ts';
import type { FromFilmDecoder, ToFilmDecoder } from '../../service/runtime/film-decoders/launch-film-decoder.ts';
import { parentPort } from '../processes/parent-port.ts';
import type { ToDecoderProcess } from './launch-film-decoder.ts';

/** Its threads fill memory while the loop waits for them. */
const LOOK_EVERY_MS = 100;

const port = parentPort<ToDecoderProcess, FromFilmDecoder>();
// A live session in the window comes first; a training comes after, so that a film is not given up where one runs.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// Nobody waits for the pictures any more, and there is nothing to put in order.
port.onLost(() => process.exit(0));

let mostBytes = Number.POSITIVE_INFINITY;
let decoder: PacketDecoder | null = null;
let answered: Promise<void> = Promise.resolve();
port.onMessage((question) => {
  if (question.kind === 'limit') {
    mostBytes = question.bytes;
    return;
  }
  answered = answered.then(async () => {
    const answer = await answerTo(question);
    await endIfTooLarge();
    await port.send(answer);
  });
});

setInterval(endIfTooLarge, LOOK_EVERY_MS);

/** Also before each answer: a short film is done before the next look. */
async function endIfTooLarge(): Promise<void> {
  const bytes = process.memoryUsage.rss();
  if (bytes <= mostBytes) return;
  await port.send({ kind: 'too-much-memory', bytes });
  process.exit(1);
}

async function answerTo(question: ToFilmDecoder): Promise<FromFilmDecoder> {
  try {
    switch (question.kind) {
      case 'open':
        decoder = await PacketDecoder.open(question.coding).catch((error) => {
          if (error instanceof NoDecoderError) return null;
          throw error;
        });
        return { kind: 'opened', canDecode: decoder !== null };
      case 'decode':
        if (!decoder) throw new Error('no film is open');
        return { kind: 'pictures', pictures: await decoder.decode(question.packets, question.isLast) };
      case 'close':
        decoder?.close();
        decoder = null;
        return { kind: 'closed' };
    }
  } catch (error) {
    return { kind: 'refused', message: error instanceof Error ? error.message : String(error) };
  }
}
