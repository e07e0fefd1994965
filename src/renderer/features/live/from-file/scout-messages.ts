import type { DetectedFace } from '../../../../core/capture/face-nets.ts';
import type { Grabbed } from '../vision/grab-pixels.ts';
import type { VideoFileProblem } from './open-video-file.ts';

/** All that passes between the worker that reads a film and its scout. */

export type ToScout =
  | { readonly kind: 'open'; readonly file: Blob }
  /** One picture more may be scouted. */
  | { readonly kind: 'next' };

export type FromScout =
  | { readonly kind: 'opened'; readonly durationMs: number }
  /** `picture` and the pixels are transferred: the receiver closes the picture. */
  | ({ readonly kind: 'scouted' } & ScoutedPicture)
  | { readonly kind: 'ended' }
  | { readonly kind: 'unreadable'; readonly problem: VideoFileProblem; readonly codec: string }
  /** A sentence for a person. */
  | { readonly kind: 'failed'; readonly message: string };

/** A picture of the film in which faces have been looked for. */
export interface ScoutedPicture {
  readonly picture: VideoFrame;
  readonly grabbed: Grabbed;
  readonly found: readonly DetectedFace[];
  /** Since the film's first picture. */
  readonly atMs: number;
}
