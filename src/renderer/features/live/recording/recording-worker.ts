import { loadClassifier } from '../../../../core/inference/classify.ts';
import { FrameReader } from '../../../../core/reading/frame-reader.ts';
import type { EnrolmentOutcome, FrameResult } from '../../../../core/reading/frame-result.ts';
import { parseModelConfig } from '../../../../core/registry/model-config.ts';
import { chooseBackend } from '../vision/choose-backend.ts';
import { readFaceWeights } from '../vision/read-face-weights.ts';
import { AheadDecoder } from './ahead-decoder.ts';
import type { DecodedPicture } from './ahead-decoder-messages.ts';
import { Allowance } from './allowance.ts';
import { failureOf } from './recording-failure.ts';
import type { FromRecordingReader, ToRecordingReader } from './recording-messages.ts';
import { WhenToAsk } from './when-to-ask.ts';

/**
 * Reads every picture of a recording with the live session's own FrameReader, as fast as the window stores the results.
 * Where only a person can say who the child is, it stops and asks.
 */

const post = (message: FromRecordingReader, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

let decoder: AheadDecoder | null = null;

/** Pictures that may still be read before the window says `read-on`. */
const mayRead = new Allowance();
let answerHeld: ((answer: Answer) => void) | null = null;

type Answer = ToRecordingReader & { kind: 'enrol' | 'ask-later' };

self.addEventListener('message', ({ data }: MessageEvent<ToRecordingReader>) => {
  switch (data.kind) {
    case 'open':
      open(data.file, data.host).catch(fail);
      break;
    case 'read':
      read(data).catch(fail);
      break;
    case 'read-on':
      mayRead.add(data.pictures);
      break;
    default:
      answerHeld?.(data);
  }
});

async function open(file: File, host: MessagePort): Promise<void> {
  decoder = new AheadDecoder();
  const { durationMs, originMs } = await decoder.open(file, host);
  post({ kind: 'opened', durationMs, originMs });
}

async function read({ configJson, weights, keepsCrops }: ToRecordingReader & { kind: 'read' }): Promise<void> {
  if (!decoder) throw new Error('A recording must be opened before it is read.');
  const { nets } = await chooseBackend(readFaceWeights);
  const classifier = loadClassifier(parseModelConfig(configJson), weights);
  await readRecording(decoder, new FrameReader({ nets, classifier, enrolOnlyFace: false, keepsCrops, isCoded: true }));
  post({ kind: 'ended' });
}

async function readRecording(decoder: AheadDecoder, reader: FrameReader): Promise<void> {
  const when = new WhenToAsk();
  for await (const decoded of decoder.pictures()) {
    await mayRead.take();
    const first = await readPicture(reader, decoded);
    const result = when.result(first) ? await askWho(reader, decoded, when, first) : first;
    post({ kind: 'frame-read', result, picture: decoded.picture }, [decoded.picture]);
  }
}

function readPicture(
  reader: FrameReader,
  { grabbed: { frame, scale }, found, atMs }: DecodedPicture,
): Promise<FrameResult> {
  return reader.read(frame, scale, atMs, found);
}

/** @returns The result of the same picture once the child is pointed out, or as it was if nobody could tell. */
async function askWho(
  reader: FrameReader,
  decoded: DecodedPicture,
  when: WhenToAsk,
  result: FrameResult,
): Promise<FrameResult> {
  for (;;) {
    const shown = decoded.picture.clone();
    post({ kind: 'held', result, picture: shown }, [shown]);
    const answer = await nextAnswer();
    if (answer.kind === 'ask-later') {
      when.askLater(result.atMs);
      return result;
    }
    const asked = Promise.withResolvers<EnrolmentOutcome>();
    reader.enrol(answer.enrolment, asked.resolve);
    const again = await readPicture(reader, decoded);
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

function fail(error: unknown): void {
  post(failureOf(error));
}
