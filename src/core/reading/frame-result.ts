import type { Who } from '../capture/identity/enrolled-child.ts';
import type { Box } from '../emotion/box.ts';
import type { GapReason } from '../emotion/gap.ts';
import type { Sample } from '../emotion/sample.ts';

/** What one frame showed: a reading of the enrolled child, or why there is none. Boxes are in the camera's pixels. */
export type FrameResult = Seen & Outcome;

interface Seen {
  /** When the frame was taken up, on the session's clock. */
  readonly atMs: number;
  readonly faces: readonly { readonly box: Box; readonly who: Who }[];
  /** The child has been pointed out. */
  readonly isEnrolled: boolean;
  /** Where the picture must be made unrecognisable: other people's faces. */
  readonly hidden: readonly Box[];
  /** The only face in view while nobody is enrolled, to place the camera by; null otherwise. */
  readonly onlyFace: OnlyFace | null;
  /** The face as the model read it, [60, 60] grey, when the session keeps pictures and one is due; null otherwise. */
  readonly crop: Uint8Array<ArrayBuffer> | null;
}

/** What is measured of a face while nobody is enrolled: how well it could be read, not what it shows. */
export interface OnlyFace {
  /** Why it could not be read; null when it could. */
  readonly reason: GapReason | null;
  /** Mean grey of the picture around the face, 0 to 1. */
  readonly brightnessAround: number;
}

type Outcome =
  | { readonly sample: Sample; readonly reason: null }
  | { readonly sample: null; readonly reason: GapReason };

/** How the child is pointed out: by a tap on the picture, or as the only face in view. */
export type Enrolment =
  | { readonly by: 'tap'; readonly xPx: number; readonly yPx: number }
  | { readonly by: 'only-face' };

/** `no-face-there`: nobody where the tap was, or not exactly one face; `unclear`: the face could not be made out. */
export type EnrolmentOutcome = 'enrolled' | 'no-face-there' | 'unclear';
