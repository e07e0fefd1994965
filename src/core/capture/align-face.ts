import type { Box } from '../emotion/box.ts';
import { type Correspondence, fitSimilarity, type Similarity } from './identity/similarity.ts';
import { type KeyPoints, keyPoints, type Landmarks, type Point } from './landmarks.ts';
import { landmarkFault } from './quality/landmark-fault.ts';

/**
 * The canonical crop: eyes level and at fixed places of a 60-pixel square, so that the model always sees the same part
 * of a face at the same size. Training and the live session cut faces by these lines and no others.
 */

/** Side of the crop; its centre of 48 pixels is what the model reads, the rim is for shifts and turns in training. */
export const CROP_PX = 60;

/**
 * Where a face's key points belong in the crop. The proportions are the means of child and adult in the rendered cohort
 * (607 faces): in eye distances below the eyes' line, the nose's base lies at 0.67 and 0.79, the mouth at 1.02 and
 * 1.14. With 20 pixels between the eyes, a child's face from above the brows (-0.35) to the chin (1.58) fills the
 * middle 48 pixels; of an adult's, whose chin is at 1.82, the tip is cut off.
 *
 * The eyes weigh most: they move least with an expression. Nose and mouth hold the size when a turned head brings the
 * eyes closer together.
 */
const TEMPLATE = [
  { part: 'leftEye', at: { xPx: 20, yPx: 19 }, weight: 1 },
  { part: 'rightEye', at: { xPx: 40, yPx: 19 }, weight: 1 },
  { part: 'noseBase', at: { xPx: 30, yPx: 33.6 }, weight: 0.5 },
  { part: 'mouth', at: { xPx: 30, yPx: 40.6 }, weight: 0.5 },
] as const satisfies readonly { part: keyof KeyPoints; at: Point; weight: number }[];

/** A key point further off than this share of the template's size is trusted less. */
const TOLERANCE = 0.12;

/** Either where the crop's pixels lie in the frame, or why these landmarks are no face. */
export type Alignment =
  | { readonly kind: 'aligned'; readonly cropToFrame: Similarity }
  | { readonly kind: 'implausible'; readonly reason: string };

/**
 * Finds the canonical crop of a face.
 *
 * @param landmarks In frame pixels.
 * @param box Where the face was seen; landmarks that do not fit into it are refused.
 */
export function alignFace(landmarks: Landmarks, box: Box): Alignment {
  const fault = landmarkFault(landmarks, box);
  if (fault) return { kind: 'implausible', reason: fault };
  const points = keyPoints(landmarks);
  const pairs = TEMPLATE.map(({ part, at, weight }): Correspondence => ({ from: at, to: points[part], weight }));
  return { kind: 'aligned', cropToFrame: fitSimilarity(pairs, TOLERANCE) };
}
