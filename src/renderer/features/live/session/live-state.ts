import type { Model } from '../../../../contract/models.ts';
import type { Session } from '../../../../contract/sessions.ts';
import type { EnrolmentOutcome } from '../../../../core/reading/frame-result.ts';
import type { DistressMoment } from '../../../../core/timeline/distress-course.ts';
import type { Instruction } from '../coach/instruction.ts';
import type { Shown } from '../readout/held-word.ts';
import type { OutboxStatus } from '../recorder/outbox.ts';
import type { VideoState } from '../video/video-recorder.ts';
import type { BackendChoice } from '../vision/choose-backend.ts';
import type { Facing } from '../vision/open-camera.ts';
import type { LiveProblem } from './live-problem.ts';

/** What the live screen shows, published at most ten times a second. */
export interface LiveState {
  readonly phase: LivePhase;
  /** Why it failed, or could not be stopped; null otherwise. */
  readonly problem: LiveProblem | null;
  readonly session: Session | null;
  /** Nobody is signed in who is responsible for it: it rests until somebody takes it over. Its phase is "paused". */
  readonly isHeld: boolean;
  readonly model: Model | null;
  readonly backend: BackendChoice | null;
  readonly cameraName: string;
  readonly facing: Facing;
  /** Another camera is being opened. */
  readonly isChangingCamera: boolean;
  /** Why another camera could not be taken, for some seconds; the one before is used again. Then null. */
  readonly changeProblem: LiveProblem | null;
  /** Why the camera gives no picture; null while it does. */
  readonly cameraProblem: LiveProblem | null;
  /** What the session has just recovered from by itself, for some seconds; then null. */
  readonly recovered: Recovered | null;
  readonly isDemoClip: boolean;
  /** Whole seconds since the session began, pauses included. */
  readonly elapsedSeconds: number;
  readonly isEnrolled: boolean;
  readonly facesInView: number;
  /** What to do about the camera's place and the light, until the child is enrolled; null when nothing is known. */
  readonly coach: Instruction | null;
  /** Why the last attempt to point the child out came to nothing, for some seconds; then null. */
  readonly enrolmentProblem: EnrolmentProblem | null;
  readonly displayed: Shown;
  /** What is said of distress; null while there is no reading, and where the model says nothing of it. */
  readonly distress: DistressMoment | null;
  readonly readingsPerSecond: number;
  /** The machine cannot keep up and reads so many milliseconds apart; null while it keeps up. */
  readonly readsEveryMs: number | null;
  readonly outbox: OutboxStatus;
  readonly markersWaiting: number;
  readonly video: VideoState;
}

export interface Recovered {
  readonly from: 'camera-lost' | 'interrupted';
  readonly lengthMs: number;
}

/** `already-followed`: the child is known, and a stray tap must not put somebody else in its place. */
export type EnrolmentProblem = Exclude<EnrolmentOutcome, 'enrolled'> | 'already-followed';

/**
 * preparing: nothing is recorded yet; running; paused; stopping: the rest is being stored; unstored: stopped, but the
 * store did not take everything yet; stopped: all is stored; refused: the service ended it, or another window records it;
 * failed: it never began, or cannot go on.
 */
export type LivePhase = 'preparing' | 'running' | 'paused' | 'stopping' | 'unstored' | 'stopped' | 'refused' | 'failed';

export const INITIAL_STATE: LiveState = {
  phase: 'preparing',
  problem: null,
  session: null,
  isHeld: false,
  model: null,
  backend: null,
  cameraName: '',
  facing: null,
  isChangingCamera: false,
  changeProblem: null,
  cameraProblem: null,
  recovered: null,
  isDemoClip: false,
  elapsedSeconds: 0,
  isEnrolled: false,
  facesInView: 0,
  coach: null,
  enrolmentProblem: null,
  displayed: {
    word: { kind: 'gap', reason: 'not-enrolled' },
    probabilities: null,
    valence: null,
    confidence: 0,
  },
  distress: null,
  readingsPerSecond: 0,
  readsEveryMs: null,
  outbox: { waiting: 0, problem: null, isRefused: false, problemSinceMs: null },
  markersWaiting: 0,
  video: { kind: 'off' },
};
