import type { Box } from '../../emotion/box.ts';
import { distancePx, keyPoints, type Landmarks } from '../landmarks.ts';

/** Eye distance as a share of the face box's width; 0.24 to 0.40 on the cohort and the clip, less when turned. */
const EYE_DISTANCE = { least: 0.12, most: 0.6 };
/** The mouth below the eyes' line, in eye distances; 0.8 to 1.5 on the cohort. */
const MOUTH_BELOW_EYES = { least: 0.4, most: 2.8 };
/** The steepest eyes' line that still counts as a head leaning over. */
const MAX_ROLL_DEG = 60;
/** How far outside its box a key point may lie, as a share of the box's longer side. */
const MARGIN = 0.25;

/**
 * Says what is wrong with landmarks that cannot be a face: the net always answers with 68 points, even for a hand or a
 * pillow, and a crop cut by such points must never be read.
 *
 * @returns One reason, or null when the landmarks are plausible.
 */
export function landmarkFault(landmarks: Landmarks, box: Box): string | null {
  if (landmarks.some(({ xPx, yPx }) => !Number.isFinite(xPx) || !Number.isFinite(yPx))) {
    return 'a landmark has no place';
  }
  const { leftEye, rightEye, noseBase, mouth } = keyPoints(landmarks);
  const eyeDistance = distancePx(leftEye, rightEye);
  const share = eyeDistance / box.widthPx;
  // Phrased as a negation, so that a share that is no number fails as well.
  if (!(share >= EYE_DISTANCE.least && share <= EYE_DISTANCE.most)) {
    return `the eyes are ${percent(share)} of the face's width apart`;
  }
  const alongX = (rightEye.xPx - leftEye.xPx) / eyeDistance;
  const alongY = (rightEye.yPx - leftEye.yPx) / eyeDistance;
  const rollDeg = (Math.atan2(alongY, alongX) * 180) / Math.PI;
  if (Math.abs(rollDeg) > MAX_ROLL_DEG) return `the eyes' line is tilted by ${Math.round(rollDeg)} degrees`;

  const below = (point: { xPx: number; yPx: number }) =>
    ((point.yPx - leftEye.yPx) * alongX - (point.xPx - leftEye.xPx) * alongY) / eyeDistance;
  const mouthBelow = below(mouth);
  if (mouthBelow < MOUTH_BELOW_EYES.least || mouthBelow > MOUTH_BELOW_EYES.most) {
    return `the mouth is ${mouthBelow.toFixed(1)} eye distances below the eyes`;
  }
  if (below(noseBase) <= 0 || below(noseBase) >= mouthBelow) return 'the nose is not between eyes and mouth';

  const marginPx = MARGIN * Math.max(box.widthPx, box.heightPx);
  for (const { xPx, yPx } of [leftEye, rightEye, mouth]) {
    const inX = xPx >= box.xPx - marginPx && xPx <= box.xPx + box.widthPx + marginPx;
    const inY = yPx >= box.yPx - marginPx && yPx <= box.yPx + box.heightPx + marginPx;
    if (!inX || !inY) return 'the eyes or the mouth lie outside of the face';
  }
  return null;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
