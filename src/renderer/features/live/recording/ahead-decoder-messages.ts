import type { DetectedFace } from '../../../../core/capture/nets/face-nets.ts';
import type { VideoFile } from '../../../../core/recording/open-video-file.ts';
import type { Grabbed } from '../vision/grab-pixels.ts';
import type { RecordingFailure } from './recording-failure.ts';

/** All that passes between the worker that reads a recording and its ahead decoder. */

export type ToDecoder =
  | {
      readonly kind: 'open';
      readonly file: File;
      /** Transferred: by it the host is asked to decode what the browser cannot. */
      readonly host: MessagePort;
    }
  /** One more picture may be decoded. */
  | { readonly kind: 'next' };

export type FromDecoder =
  | ({ readonly kind: 'opened' } & OpenedRecording)
  /** `picture` and the pixels are transferred: the receiver closes the picture. */
  | ({ readonly kind: 'decoded' } & DecodedPicture)
  | { readonly kind: 'ended' }
  | RecordingFailure;

/** As of {@link VideoFile}. */
export type OpenedRecording = Pick<VideoFile, 'durationMs' | 'originMs'>;

/** A picture of the recording, with the faces that were found in it. */
export interface DecodedPicture {
  readonly picture: VideoFrame;
  readonly grabbed: Grabbed;
  readonly found: readonly DetectedFace[];
  /** Since the first picture that a player shows. */
  readonly atMs: number;
}
