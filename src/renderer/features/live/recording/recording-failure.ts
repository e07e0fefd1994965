import { messageOf } from '../shared/message-of.ts';
import { VideoFileError, type VideoFileProblem } from './open-video-file.ts';

/** How a worker says that it cannot read on. */
export type RecordingFailure =
  | { readonly kind: 'unreadable'; readonly problem: VideoFileProblem; readonly codec: string }
  /** A sentence for a person. */
  | { readonly kind: 'failed'; readonly message: string };

export function failureOf(error: unknown): RecordingFailure {
  return error instanceof VideoFileError
    ? { kind: 'unreadable', problem: error.problem, codec: error.codec }
    : { kind: 'failed', message: messageOf(error) };
}
