import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import type { Grabbed } from '../vision/grab-pixels.ts';

/** All that passes between the window and the worker that encodes video. */

export type ToVideo =
  /** Answered with "taken" when the worker can take another. */
  | { readonly kind: 'frame'; readonly pixels: Grabbed; readonly result: FrameResult }
  /** Nothing more comes: what has been encoded so far is handed out, and "ended" follows. */
  | { readonly kind: 'end' };

/** Some seconds of video as a file; times are those of the session's clock. */
export interface EncodedFragment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

export type FromVideo =
  | { readonly kind: 'taken' }
  | { readonly kind: 'fragment'; readonly fragment: EncodedFragment }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly failure: Failure };
