import type { Who } from '../../../../core/capture/enrolled-child.ts';
import type { Box } from '../../../../core/emotion/box.ts';
import type { GapReason, Sample } from '../../../../core/emotion/sample.ts';
import type { BackendChoice } from './choose-backend.ts';

/** All that passes between the window and its vision worker. */

/** What one frame showed: a reading of the enrolled child, or why there is none. Boxes are in the camera's pixels. */
export type Look = Seen & Outcome;

interface Seen {
  /** When the frame was taken up, on the session's clock. */
  readonly atMs: number;
  readonly faces: readonly { readonly box: Box; readonly who: Who }[];
  /** The child has been pointed out. */
  readonly isEnrolled: boolean;
  /** Where the picture must not show what it shows: the faces of others. */
  readonly hidden: readonly Box[];
  /** The only face in view while nobody is enrolled, to place the camera by; null otherwise. */
  readonly onlyFace: OnlyFace | null;
  /** The face as the model read it, [60, 60] grey, when the session keeps pictures and one is due; null otherwise. */
  readonly crop: Uint8Array<ArrayBuffer> | null;
}

/** What is measured of a face that is not enrolled: how well it could be read, not what it shows. */
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

export type ToVision =
  | { readonly kind: 'load-model'; readonly configJson: string; readonly weights: Uint8Array }
  | {
      readonly kind: 'watch';
      /** Transferred. The worker closes every frame it does not hand back. */
      readonly frames: ReadableStream<VideoFrame>;
      /** The session's beginning in milliseconds since the epoch of performance.timeOrigin + performance.now(). */
      readonly beganAtMs: number;
      /**
       * The demo clip looks after itself: its child is enrolled when exactly one face is in view, and its 15 pictures a
       * second are each looked at about twice, as a webcam would.
       */
      readonly isDemoClip: boolean;
      /** The family agreed that pictures of the face are kept. */
      readonly keepsCrops: boolean;
    }
  | { readonly kind: 'enrol'; readonly enrolment: Enrolment }
  /** Nobody is enrolled any more. */
  | { readonly kind: 'forget-child' }
  /** No frame is wanted any more; answered by `closed` when all are given back. */
  | { readonly kind: 'close' }
  | { readonly kind: 'pause'; readonly isPaused: boolean }
  /** The machine slept: the session's beginning, on a clock that stood still meanwhile, lies further back. */
  | { readonly kind: 'clock'; readonly beganAtMs: number };

export type FromVision =
  | { readonly kind: 'ready'; readonly backend: BackendChoice }
  | { readonly kind: 'model-loaded' }
  /** `picture` is the frame that was looked at, transferred: the receiver closes it. */
  | { readonly kind: 'looked'; readonly look: Look; readonly picture: VideoFrame }
  | { readonly kind: 'enrolled'; readonly outcome: EnrolmentOutcome }
  | { readonly kind: 'frames-ended' }
  | { readonly kind: 'closed' }
  /** A sentence for a person. */
  | { readonly kind: 'failed'; readonly message: string };

/** `no-face-there`: nobody where the tap was, or not exactly one face; `unclear`: the face could not be made out. */
export type EnrolmentOutcome = 'enrolled' | 'no-face-there' | 'unclear';
