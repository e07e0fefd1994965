import type { Movements } from '../../emotion/movements.ts';
import { distancePx, type KeyPoints, keyPoints, type Landmarks, type Point } from '../landmarks.ts';

const UPPER_LIDS = [37, 38, 43, 44];
const LOWER_LIDS = [41, 40, 47, 46];
const BROWS = [17, 18, 19, 20, 21, 22, 23, 24, 25, 26];
const INNER_LIPS = { upper: [61, 62, 63], lower: [67, 66, 65] } as const;

/** A straight line through the nods of 37 rendered children, -15 to 15 degrees: see docs/movements.md. */
const PITCH = { atLevelDeg: 1.8, byJawDeg: -37.5 } as const;

/**
 * What the landmarks of a face say of its movements.
 *
 * The lengths are taken along the face's own upright line, so that a head that leans over changes none of them. They
 * are still shortened by a nod, and each face has its own at rest: compare with the same child's.
 *
 * docs/movements.md has how far each is from the truth on rendered faces.
 */
export function movementsOf(landmarks: Landmarks): Movements {
  const points = keyPoints(landmarks);
  const { leftEye, rightEye } = points;
  const eyeDistancePx = distancePx(leftEye, rightEye);
  const alongX = (rightEye.xPx - leftEye.xPx) / eyeDistancePx;
  const alongY = (rightEye.yPx - leftEye.yPx) / eyeDistancePx;
  /** Below the line of the eyes, in eye distances. */
  const below = ({ xPx, yPx }: Point) => ((yPx - leftEye.yPx) * alongX - (xPx - leftEye.xPx) * alongY) / eyeDistancePx;
  const meanBelow = (indices: readonly number[]) =>
    indices.reduce((sum, index) => sum + below(landmarks[index]!), 0) / indices.length;
  return {
    pitchDeg: pitchDeg(points, below),
    rollDeg: (Math.atan2(alongY, alongX) * 180) / Math.PI,
    eyeOpening: meanBelow(LOWER_LIDS) - meanBelow(UPPER_LIDS),
    mouthOpening: meanBelow(INNER_LIPS.lower) - meanBelow(INNER_LIPS.upper),
    browHeight: -meanBelow(BROWS),
  };
}

/**
 * The ends of the jaw lie behind the eyes, so that they rise against them when the head looks down. The tip of the nose,
 * which lies before them, adds nothing to that.
 */
function pitchDeg({ jawLeft, jawRight }: KeyPoints, below: (point: Point) => number): number {
  return PITCH.atLevelDeg + (PITCH.byJawDeg * (below(jawLeft) + below(jawRight))) / 2;
}
