import { distancePx, keyPoints, type Landmarks } from '../landmarks.ts';
import type { Square } from '../sample-square.ts';

/** Mean distance from the eyes to the mouth, as a share of the square's side. */
const EYES_TO_MOUTH = 0.45;
/** Where the middle of eyes and mouth lies in the square, measured from its top. */
const CENTRE_FROM_TOP = 0.43;

/**
 * The square that the recognition net expects a face in: dlib's framing, by eyes and mouth, as in face-api's alignDlib.
 */
export function descriptorSquare(landmarks: Landmarks): Square {
  const { leftEye, rightEye, mouth } = keyPoints(landmarks);
  const sidePx = (distancePx(leftEye, mouth) + distancePx(rightEye, mouth)) / 2 / EYES_TO_MOUTH;
  const centreXPx = (leftEye.xPx + rightEye.xPx + mouth.xPx) / 3;
  const centreYPx = (leftEye.yPx + rightEye.yPx + mouth.yPx) / 3;
  return { xPx: centreXPx - sidePx / 2, yPx: centreYPx - CENTRE_FROM_TOP * sidePx, sidePx };
}
