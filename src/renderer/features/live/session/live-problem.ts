import { messageOf } from '../shared/message-of.ts';
import { CameraError, type CameraProblem } from '../vision/camera-error.ts';

/** What went wrong: a kind that the catalogue has words for, or a sentence that came from the service. */
export type LiveProblem =
  | { readonly kind: CameraProblem | 'no-model' }
  | { readonly kind: 'said'; readonly sentence: string };

/** Nobody has approved a model on this site. */
export class NoModelError extends Error {}

export function problemOf(error: unknown): LiveProblem {
  if (error instanceof CameraError) return { kind: error.problem };
  if (error instanceof NoModelError) return { kind: 'no-model' };
  return { kind: 'said', sentence: messageOf(error) };
}
