import type { Box } from '../emotion/box.ts';

/** A place in a frame; x grows to the right, y downwards, the first pixel's centre is at 0.5. */
export interface Point {
  readonly xPx: number;
  readonly yPx: number;
}

/**
 * The 68 points of a face in the order of the iBUG 300-W mark-up: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47,
 * mouth 48-67. "Left" below is the left of the picture.
 */
export type Landmarks = readonly Point[];

export const LANDMARK_COUNT = 68;

const JAW_LEFT = 0;
const CHIN = 8;
const JAW_RIGHT = 16;
const NOSE_TIP = 30;
const NOSE_BASE = 33;
const LEFT_EYE = [36, 37, 38, 39, 40, 41];
const RIGHT_EYE = [42, 43, 44, 45, 46, 47];
const MOUTH_CORNERS = [48, 54];

/** The few places of a face from which the canonical crop and the pose are computed. */
export interface KeyPoints {
  readonly leftEye: Point;
  readonly rightEye: Point;
  readonly noseTip: Point;
  readonly noseBase: Point;
  /** Between the corners of the mouth. */
  readonly mouth: Point;
  readonly chin: Point;
  readonly jawLeft: Point;
  readonly jawRight: Point;
}

/** @throws RangeError if there are not 68 points. */
export function keyPoints(landmarks: Landmarks): KeyPoints {
  if (landmarks.length !== LANDMARK_COUNT) {
    throw new RangeError(`${LANDMARK_COUNT} landmarks were expected; found ${landmarks.length}`);
  }
  return {
    leftEye: centre(landmarks, LEFT_EYE),
    rightEye: centre(landmarks, RIGHT_EYE),
    noseTip: landmarks[NOSE_TIP]!,
    noseBase: landmarks[NOSE_BASE]!,
    mouth: centre(landmarks, MOUTH_CORNERS),
    chin: landmarks[CHIN]!,
    jawLeft: landmarks[JAW_LEFT]!,
    jawRight: landmarks[JAW_RIGHT]!,
  };
}

/** The smallest upright box around all the points. */
export function boundingBox(landmarks: Landmarks): Box {
  const xs = landmarks.map((point) => point.xPx);
  const ys = landmarks.map((point) => point.yPx);
  const xPx = Math.min(...xs);
  const yPx = Math.min(...ys);
  return { xPx, yPx, widthPx: Math.max(...xs) - xPx, heightPx: Math.max(...ys) - yPx };
}

export function distancePx(a: Point, b: Point): number {
  return Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
}

function centre(landmarks: Landmarks, indices: readonly number[]): Point {
  let xPx = 0;
  let yPx = 0;
  for (const index of indices) {
    xPx += landmarks[index]!.xPx / indices.length;
    yPx += landmarks[index]!.yPx / indices.length;
  }
  return { xPx, yPx };
}
