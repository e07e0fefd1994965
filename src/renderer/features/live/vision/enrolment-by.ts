import type { Enrolment } from '../../../../core/reading/frame-result.ts';

/** A place in the picture, in the camera's or the video's own pixels. */
export interface Tap {
  readonly xPx: number;
  readonly yPx: number;
}

/** How the child is pointed out by a tap, or without one: as the only face in view. */
export function enrolmentBy(tap: Tap | null): Enrolment {
  return tap ? { by: 'tap', xPx: tap.xPx, yPx: tap.yPx } : { by: 'only-face' };
}
