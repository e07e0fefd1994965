import type { Enrolment, EnrolmentOutcome, FrameResult } from '../../../../core/reading/frame-result.ts';
import type { OpenedRecording } from './ahead-decoder-messages.ts';
import type { RecordingFailure } from './recording-failure.ts';

/** All that passes between the window and the worker that reads a recording. */

export type ToRecordingReader =
  | {
      readonly kind: 'open';
      readonly file: File;
      /** Transferred: by it the host is asked to decode what the browser cannot. */
      readonly host: MessagePort;
    }
  /** Begins to read the opened recording with this model. */
  | {
      readonly kind: 'read';
      readonly configJson: string;
      readonly weights: Uint8Array;
      /** The family agreed that pictures of the face are kept. */
      readonly keepsCrops: boolean;
    }
  /** This many more pictures may be read: said at the beginning, and whenever some have been stored. */
  | { readonly kind: 'read-on'; readonly pictures: number }
  /** Answers `held`: this face in the picture is the child's. */
  | { readonly kind: 'enrol'; readonly enrolment: Enrolment }
  /** Answers `held`: nobody in this picture can be pointed out; ask again later. */
  | { readonly kind: 'ask-later' };

export type FromRecordingReader =
  | ({ readonly kind: 'opened' } & OpenedRecording)
  /** `picture` is the frame that was looked at, transferred: the receiver closes it. */
  | { readonly kind: 'frame-read'; readonly result: FrameResult; readonly picture: VideoFrame }
  /**
   * The recording stands still here until somebody says who the child is; the same picture then comes as `frame-read`.
   */
  | { readonly kind: 'held'; readonly result: FrameResult; readonly picture: VideoFrame }
  | { readonly kind: 'enrolled'; readonly outcome: EnrolmentOutcome }
  | { readonly kind: 'ended' }
  | RecordingFailure;
