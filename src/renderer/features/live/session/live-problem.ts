import type { Failure } from '../../../../core/words/failure.ts';
import { windowFailure } from '../../../ui/window-failure.ts';
import { CameraError, type CameraProblem } from '../vision/camera-error.ts';

/** What went wrong: with the camera or the model, or what else failed. */
export type LiveProblem =
  | { readonly kind: CameraProblem | 'no-model' }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Nobody has approved a model on this site. */
export class NoModelError extends Error {}

export function problemOf(error: unknown): LiveProblem {
  if (error instanceof CameraError) return { kind: error.problem };
  if (error instanceof NoModelError) return { kind: 'no-model' };
  return { kind: 'failure', failure: windowFailure(error) };
}
