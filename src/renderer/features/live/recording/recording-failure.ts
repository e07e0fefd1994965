import { VideoFileError, type VideoFileProblem } from '../../../../core/recording/open-video-file.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import { windowFailure } from '../../../ui/window-failure.ts';

/** How a worker says that it cannot read on. */
export type RecordingFailure =
  | { readonly kind: 'unreadable'; readonly problem: VideoFileProblem; readonly codec: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export function failureOf(error: unknown): RecordingFailure {
  return error instanceof VideoFileError
    ? { kind: 'unreadable', problem: error.problem, codec: error.codec }
    : { kind: 'failed', failure: windowFailure(error) };
}
