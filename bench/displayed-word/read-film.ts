import type { FaceNets } from '../../src/core/capture/nets/face-nets.ts';
import type { ImageRecord } from '../../src/core/dataset/dataset.ts';
import type { Sample } from '../../src/core/emotion/sample.ts';
import type { Classifier } from '../../src/core/inference/classify.ts';
import { FrameReader } from '../../src/core/reading/frame-reader.ts';
import type { FrameResult } from '../../src/core/reading/frame-result.ts';
import { composeFilm } from './compose-film.ts';
import type { Stretch } from './film-script.ts';

/** What the live pipeline made of one frame. */
export type ReadFrame = Pick<FrameResult, 'atMs' | 'reason'> & {
  readonly sample: Pick<Sample, 'probabilities'> | null;
};

export interface Reading {
  readonly seed: number;
  readonly nets: FaceNets;
  readonly classifier: Classifier;
  /** 15 when left out. */
  readonly framesPerSecond?: number;
}

/** A film through the pipeline that the live screen runs, the child enrolled as the only face in view. */
export async function readFilm(
  script: readonly Stretch[],
  pictures: readonly ImageRecord[],
  { seed, nets, classifier, framesPerSecond }: Reading,
): Promise<ReadFrame[]> {
  const reader = new FrameReader({ nets, classifier, enrolOnlyFace: true });
  const read: ReadFrame[] = [];
  for await (const { frame, atMs } of composeFilm(script, pictures, seed, framesPerSecond)) {
    const { sample, reason } = await reader.read(frame, 1, atMs);
    read.push({ atMs, reason, sample: sample && { probabilities: sample.probabilities } } as ReadFrame);
  }
  return read;
}
