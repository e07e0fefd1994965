import type { DetectedFace } from '../../../../core/capture/nets/face-nets.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import type { Grabbed } from '../vision/grab-pixels.ts';
import type { VideoFileProblem } from './open-video-file.ts';

/** All that passes between the worker that reads a recording and its ahead decoder. */

export type ToDecoder =
  | { readonly kind: 'open'; readonly file: Blob }
  /** One picture more may be decoded. */
  | { readonly kind: 'next' };

export type FromDecoder =
  | { readonly kind: 'opened'; readonly durationMs: number }
  /** `picture` and the pixels are transferred: the receiver closes the picture. */
  | ({ readonly kind: 'decoded' } & DecodedPicture)
  | { readonly kind: 'ended' }
  | { readonly kind: 'unreadable'; readonly problem: VideoFileProblem; readonly codec: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A picture of the recording in which faces have been looked for. */
export interface DecodedPicture {
  readonly picture: VideoFrame;
  readonly grabbed: Grabbed;
  readonly found: readonly DetectedFace[];
  /** Since the recording's first picture. */
  readonly atMs: number;
}
