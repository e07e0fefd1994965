import type { Model } from '../../../../contract/models.ts';
import type { Session } from '../../../../contract/sessions.ts';
import type { EnrolmentOutcome } from '../../../../core/reading/frame-result.ts';
import type { VideoFileProblem } from '../../../../core/recording/open-video-file.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import type { Shown } from '../readout/held-word.ts';

/** What the screen shows of a recording that is read. */
export interface RecordingState {
  /**
   * opening: nothing is recorded yet; reading; asking: the recording stands still until somebody says who the child is;
   * storing: the recording is at its end and the rest is being stored; stored; failed: what was read until then is
   * stored.
   */
  readonly phase: 'opening' | 'reading' | 'asking' | 'storing' | 'stored' | 'failed';
  readonly session: Session | null;
  /** The model that reads it; null until the session has begun. */
  readonly model: Model | null;
  /** What the newest pictures showed, as on the live screen; null before the first. */
  readonly displayed: Shown | null;
  /** Why the file cannot be read as a recording. */
  readonly unreadable: { readonly problem: VideoFileProblem; readonly codec: string } | null;
  /** Why it failed, or what the store says at the moment. */
  readonly problem: Failure | null;
  /** No face was ever alone in view, so that nobody is known to be the child; no session was begun. */
  readonly isNobodyAlone: boolean;
  readonly enrolmentProblem: Exclude<EnrolmentOutcome, 'enrolled'> | null;
  readonly durationMs: number;
  /** How far the recording has been read. */
  readonly atMs: number;
  readonly readings: number;
  /** How many times as fast as the recording plays; time spent on asking does not count. */
  readonly speed: number;
}

/** Before anything is known. */
export const OPENING: RecordingState = {
  phase: 'opening',
  session: null,
  model: null,
  displayed: null,
  unreadable: null,
  problem: null,
  isNobodyAlone: false,
  enrolmentProblem: null,
  durationMs: 0,
  atMs: 0,
  readings: 0,
  speed: 0,
};

/** True until everything that was read is stored. */
export function isBeingRead(phase: RecordingState['phase']): boolean {
  return phase !== 'stored' && phase !== 'failed';
}
