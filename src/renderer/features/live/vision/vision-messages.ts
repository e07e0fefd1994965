import type { Enrolment, EnrolmentOutcome, FrameResult } from '../../../../core/reading/frame-result.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import type { BackendChoice } from './choose-backend.ts';
import type { Grabbed } from './grab-pixels.ts';

/** All that passes between the window and its vision worker. */

export type ToVision =
  | { readonly kind: 'load-model'; readonly configJson: string; readonly weights: Uint8Array }
  | {
      readonly kind: 'watch';
      /** Counts the cameras. */
      readonly number: number;
      /** Transferred: hands out the camera's frames. The worker closes every frame it does not hand back. */
      readonly frames: MessagePort;
      /** The session's beginning, on the clock of sharedNowMs. */
      readonly beganAtMs: number;
      /**
       * The demo clip looks after itself: its child is enrolled when exactly one face is in view, and its last picture is
       * read again where no new one comes.
       */
      readonly isDemoClip: boolean;
      /** The family agreed that pictures of the face are kept. */
      readonly keepsCrops: boolean;
      /** Video is kept: some of the frames are handed out as pixels, too. */
      readonly keepsVideo: boolean;
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
  /** It listens: from now on it can be handed a camera's frames. */
  | { readonly kind: 'up' }
  | { readonly kind: 'ready'; readonly backend: BackendChoice }
  | { readonly kind: 'model-loaded' }
  /** A frame was taken up: its result comes when the machine gets to it. */
  | { readonly kind: 'frame-taken' }
  /** `picture` is the frame that was looked at, transferred: the receiver closes it. */
  | {
      readonly kind: 'frame-read';
      readonly result: FrameResult;
      readonly picture: VideoFrame;
      /** A copy of its pixels for video, when one is due: a camera lends too few frames to keep one for that. */
      readonly pixels: Grabbed | null;
    }
  /** The machine cannot keep up and reads so many milliseconds apart from now on; null when it keeps up again. */
  | { readonly kind: 'reads-every'; readonly everyMs: number | null }
  | { readonly kind: 'enrolled'; readonly outcome: EnrolmentOutcome }
  /** Of the camera of that number. */
  | { readonly kind: 'frames-ended'; readonly number: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly failure: Failure };
