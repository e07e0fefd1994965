/** Decodes one film at a time for the host: native code that a damaged film may end runs here, and nothing else. */
import { constants, setPriority } from 'node:os';
import { type FilmPicture, NoDecoderError, openFilm } from '../../core/recording/film.node.ts';
import { VideoFileError } from '../../core/recording/open-video-file.ts';
import { PacketDecoder } from '../../core/recording/packet-decoder.node.ts';
import type {
  FilmFault,
  FromFilmDecoder,
  ToFilmDecoder,
} from '../../service/runtime/film-decoders/launch-film-decoder.ts';
import { parentPort } from '../processes/parent-port.ts';
import type { ToDecoderProcess } from './launch-film-decoder.ts';

/** Its threads fill memory while the loop waits for them. */
const LOOK_EVERY_MS = 100;

/** Of a whole film so many go into an answer: a picture of 640 x 480 pixels has 1.2 MB. */
const PICTURES_AN_ANSWER = 4;

const port = parentPort<ToDecoderProcess, FromFilmDecoder>();
// A live session in the window comes first; a training comes after, so that a film is not given up where one runs.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// Nobody waits for the pictures any more, and there is nothing to put in order.
port.onLost(() => process.exit(0));
// Ctrl-C at a terminal reaches every process there; whoever started this one puts in order what it is in the midst of.
process.on('SIGINT', () => {});

let mostBytes = Number.POSITIVE_INFINITY;
let decoder: PacketDecoder | null = null;
let pictures: AsyncGenerator<FilmPicture, void> | null = null;
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
      case 'film': {
        await pictures?.return();
        pictures = null;
        const film = await openFilm(question.path);
        if (question.span) pictures = film.pictures(question.span);
        return { kind: 'film', durationMs: film.durationMs, originMs: film.originMs };
      }
      case 'next':
        if (!pictures) throw new Error('no film is open');
        return await nextOf(pictures);
    }
  } catch (error) {
    if (error instanceof VideoFileError) return { kind: 'no-film', fault: faultOf(error) };
    if (error instanceof NoDecoderError) return { kind: 'no-decoder', message: String(error.cause) };
    return { kind: 'refused', message: error instanceof Error ? error.message : String(error) };
  }
}

async function nextOf(film: AsyncGenerator<FilmPicture, void>): Promise<FromFilmDecoder> {
  const some: FilmPicture[] = [];
  try {
    while (some.length < PICTURES_AN_ANSWER) {
      const next = await film.next();
      if (next.done) return { kind: 'film-pictures', pictures: some, end: null };
      some.push(next.value);
    }
  } catch (error) {
    // What was there of a film that is cut off comes with its error.
    if (!(error instanceof VideoFileError)) throw error;
    return { kind: 'film-pictures', pictures: some, end: faultOf(error) };
  }
  return { kind: 'film-pictures', pictures: some };
}

const faultOf = ({ problem, codec }: VideoFileError): FilmFault => ({ problem, codec });
