import type { Frame } from '../../src/core/capture/frame.ts';
import { measureFace } from '../../src/core/capture/measure-face.ts';
import { FaceFinder } from '../../src/core/capture/nets/face-finder.ts';
import type { FaceNets } from '../../src/core/capture/nets/face-nets.ts';
import { coverProbability } from '../../src/core/capture/quality/cover.ts';
import { emptyFrameReason } from '../../src/core/capture/quality/quality.ts';
import type { ImageRecord } from '../../src/core/dataset/dataset.ts';
import { EMOTIONS } from '../../src/core/emotion/emotion.ts';
import type { Classifier } from '../../src/core/inference/classify.ts';
import { randomAt } from '../../src/core/training/views/random.ts';
import type { Condition } from './conditions.ts';
import { foundFace } from './found-face.ts';
import type { JudgedFrame } from './judged-frame.ts';
import { pixelsOf } from './portraits.ts';
import { sceneOf } from './scene.ts';

/** Looks a face finder needs to have looked everywhere once; only a small face needs them. */
const LOOKS = { far: 20, near: 2 } as const;

interface JudgeOptions {
  readonly nets: FaceNets;
  readonly classifier: Classifier;
  readonly conditions: readonly Condition[];
  readonly seed: number;
}

/** Every portrait under every condition, through the program's own nets, gate and model. */
export async function judgeFrames(
  records: readonly ImageRecord[],
  { nets, classifier, conditions, seed }: JudgeOptions,
): Promise<JudgedFrame[]> {
  const judged: JudgedFrame[] = [];
  for (const [image, record] of records.entries()) {
    const scene = await sceneOf(await pixelsOf(record));
    const plain = await foundFace(nets, scene);
    if (!plain) continue;
    for (const [index, { family, name, spoil }] of conditions.entries()) {
      const frame = await spoil(scene, plain.landmarks, randomAt(seed, image, index));
      const { face, reason } = await judge(
        frame,
        record.emotion,
        family === 'size' ? LOOKS.far : LOOKS.near,
        nets,
        classifier,
      );
      judged.push({ subject: record.subject, family, condition: name, face, reason });
    }
  }
  return judged;
}

/** As a live session does with the child's face, but one that the gate refuses is classified all the same. */
async function judge(
  frame: Frame,
  emotion: ImageRecord['emotion'],
  looks: number,
  nets: FaceNets,
  classifier: Classifier,
): Promise<Pick<JudgedFrame, 'face' | 'reason'>> {
  const finder = new FaceFinder(nets);
  for (let look = 0; look < looks; look++) {
    const [found] = await finder.find(frame);
    if (!found) continue;
    const measured = await measureFace(nets, frame, found.box);
    const reason = measured.refusal;
    if (!measured.crop) return { face: null, reason };
    const { crop, quality } = measured;
    const { probabilities } = await classifier.classify(crop);
    const likeliest = EMOTIONS[probabilities.indexOf(Math.max(...probabilities))];
    return { face: { quality, cover: coverProbability(crop), isRight: likeliest === emotion }, reason };
  }
  return { face: null, reason: emptyFrameReason(frame) };
}
