import { loadClassifier } from '../../../../core/inference/classify.ts';
import { parseModelConfig } from '../../../../core/registry/model-config.ts';
import { chooseBackend } from '../vision/choose-backend.ts';
import { FrameReader } from '../vision/frame-reader.ts';
import { readFaceWeights } from '../vision/read-face-weights.ts';
import type { EnrolmentOutcome, Look } from '../vision/vision-messages.ts';
import type { FromFilmReader, ToFilmReader } from './film-messages.ts';
import { VideoFileError } from './open-video-file.ts';
import { Scout } from './scout.ts';
import type { ScoutedPicture } from './scout-messages.ts';
import { WhenToAsk } from './when-to-ask.ts';

/**
 * Reads a film with the live session's own FrameReader, every picture of it, as fast as the window takes what was seen.
 * Where only a person can say who the child is, the film stands still and the person is asked.
 */

const post = (message: FromFilmReader, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

let scout: Scout | null = null;

/** Pictures that may still be read before the window says `read-on`. */
let mayRead = 0;
let readOn: (() => void) | null = null;
let answerHeld: ((answer: Answer) => void) | null = null;

type Answer = ToFilmReader & { kind: 'enrol' | 'ask-later' };

self.addEventListener('message', ({ data }: MessageEvent<ToFilmReader>) => {
  switch (data.kind) {
    case 'open':
      open(data.file).catch(fail);
      break;
    case 'read':
      read(data).catch(fail);
      break;
    case 'read-on':
      mayRead += data.pictures;
      readOn?.();
      break;
    default:
      answerHeld?.(data);
  }
});

async function open(file: Blob): Promise<void> {
  scout = new Scout();
  post({ kind: 'opened', durationMs: await scout.open(file) });
}

async function read({ configJson, weights, keepsCrops }: ToFilmReader & { kind: 'read' }): Promise<void> {
  if (!scout) throw new Error('A film must be opened before it is read.');
  const { nets } = await chooseBackend(readFaceWeights);
  const classifier = loadClassifier(parseModelConfig(configJson), weights);
  await readFilm(scout, new FrameReader({ nets, classifier, enrolOnlyFace: false, keepsCrops }));
  post({ kind: 'ended' });
}

async function readFilm(scout: Scout, reader: FrameReader): Promise<void> {
  const when = new WhenToAsk();
  for await (const scouted of scout.pictures()) {
    await untilAllowed();
    const first = await readPicture(reader, scouted);
    const look = when.look(first) ? await askWho(reader, scouted, when, first) : first;
    post({ kind: 'looked', look, picture: scouted.picture }, [scouted.picture]);
  }
}

function readPicture(reader: FrameReader, { grabbed: { frame, scale }, found, atMs }: ScoutedPicture): Promise<Look> {
  return reader.read(frame, scale, atMs, found);
}

/** @returns The look at the same picture once the child is pointed out, or as it was when nobody could tell. */
async function askWho(reader: FrameReader, scouted: ScoutedPicture, when: WhenToAsk, look: Look): Promise<Look> {
  for (;;) {
    const shown = scouted.picture.clone();
    post({ kind: 'held', look, picture: shown }, [shown]);
    const answer = await nextAnswer();
    if (answer.kind === 'ask-later') {
      when.askLater(look.atMs);
      return look;
    }
    const asked = Promise.withResolvers<EnrolmentOutcome>();
    reader.enrol(answer.enrolment, asked.resolve);
    const again = await readPicture(reader, scouted);
    const outcome = await asked.promise;
    post({ kind: 'enrolled', outcome });
    if (outcome === 'enrolled') return again;
  }
}

function nextAnswer(): Promise<Answer> {
  return new Promise((resolve) => {
    answerHeld = resolve;
  });
}

async function untilAllowed(): Promise<void> {
  while (mayRead <= 0) {
    await new Promise<void>((resolve) => {
      readOn = resolve;
    });
  }
  mayRead--;
}

function fail(error: unknown): void {
  if (error instanceof VideoFileError) post({ kind: 'unreadable', problem: error.problem, codec: error.codec });
  else post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
