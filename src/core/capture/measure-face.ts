import type { Box } from '../emotion/box.ts';
import type { GapReason } from '../emotion/gap.ts';
import type { Quality } from '../emotion/quality.ts';
import { alignFace } from './align-face.ts';
import { cropFace } from './crop-face.ts';
import type { Frame } from './frame.ts';
import type { Landmarks } from './landmarks.ts';
import type { FaceNets } from './nets/face-nets.ts';
import { coverReason, gapReason, measureQuality } from './quality/quality.ts';

/** A face cut out and judged by the quality gate; no crop where its landmarks cannot be a face. */
export type MeasuredFace =
  | {
      readonly landmarks: Landmarks;
      /** Row-major [60, 60], grey, 0 to 255. */
      readonly crop: Uint8Array;
      readonly quality: Quality;
      /** Why it must not be read; null when it may be. */
      readonly refusal: GapReason | null;
    }
  | { readonly crop: null; readonly refusal: 'covered' };

/**
 * From a box to what may be read: landmarks, canonical crop, quality and the gate's answer. Whose face it is and what
 * it shows is not asked here.
 *
 * @param box Where the detector saw the face, in frame pixels.
 * @param before Its landmarks in the frame just before, as for {@link FaceNets.landmarks}.
 */
export async function measureFace(
  nets: Pick<FaceNets, 'landmarks'>,
  frame: Frame,
  box: Box,
  before?: Landmarks,
): Promise<MeasuredFace> {
  const landmarks = await nets.landmarks(frame, box, before);
  const alignment = alignFace(landmarks, box);
  if (alignment.kind === 'implausible') return { crop: null, refusal: 'covered' };
  const crop = cropFace(frame, alignment.cropToFrame);
  const quality = measureQuality(crop, landmarks);
  return { landmarks, crop, quality, refusal: gapReason(quality) ?? coverReason(crop) };
}
