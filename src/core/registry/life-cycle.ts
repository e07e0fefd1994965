import type { ModelState } from '../emotion/model.ts';
import type { Comparison } from '../evaluation/evaluation-schema.ts';
import { type Failure, failure } from '../words/failure.ts';
import type { Leak } from './leak.ts';

export interface ApprovalRequest {
  readonly model: { readonly id: string; readonly state: ModelState };
  /** The model in use now, or null when there is none. */
  readonly approvedId: string | null;
  /** The model against the one in use, on the same test images. */
  readonly comparison: Pick<Comparison, 'referenceModelId'> | null;
  readonly leaks: readonly Leak[];
  /** False when the images came without subjects, so that a leak cannot be shown. */
  readonly subjectsKnown: boolean;
  /** Name of the person who answers for it. */
  readonly approver: string;
}

export type Approval =
  /** The caution is what the approver must have been told, or null. */
  { readonly allowed: true; readonly caution: string | null } | { readonly allowed: false; readonly why: Failure };

/**
 * Whether a model may become the one that the next session uses.
 *
 * A candidate needs its paired comparison with the model in use, no subject in two splits, and a named approver. A
 * retired model was approved before: going back to it needs the approver only.
 */
export function approvalOf(request: ApprovalRequest): Approval {
  const { model, approvedId, comparison, leaks, subjectsKnown, approver } = request;
  const { id } = model;
  if (approver.trim() === '') return refused(failure('models.approver-missing'));
  if (model.state === 'approved') return refused(failure('models.in-use', { model: id }));
  if (model.state === 'retired') return { allowed: true, caution: null };
  if (leaks.length > 0) {
    const [first, second] = leaks[0]!.places;
    return refused(failure('models.leaks', { count: leaks.length, model: id, first, second }));
  }
  if (approvedId !== null && comparison === null) {
    return refused(failure('models.not-compared', { model: id, approved: approvedId }));
  }
  if (approvedId !== null && comparison?.referenceModelId !== approvedId) {
    const compared = comparison?.referenceModelId ?? '';
    return refused(failure('models.compared-with-another', { model: id, approved: approvedId, compared }));
  }
  const caution = subjectsKnown
    ? null
    : 'its images came without subjects, so that it cannot be shown that nobody was both trained on and tested on';
  return { allowed: true, caution };
}

/**
 * What is to be written when a model is approved: it becomes the one in use, and the one in use before is retired.
 *
 * @returns The models whose state changes.
 * @throws RangeError if there is no such model.
 */
export function afterApproval(
  models: readonly { readonly id: string; readonly state: ModelState }[],
  id: string,
): { id: string; state: ModelState }[] {
  if (!models.some((each) => each.id === id)) throw new RangeError(`no model is named ${id}`);
  return models.flatMap((each): { id: string; state: ModelState }[] => {
    if (each.id === id) return [{ id, state: 'approved' }];
    return each.state === 'approved' ? [{ id: each.id, state: 'retired' }] : [];
  });
}

function refused(why: Failure): Approval {
  return { allowed: false, why };
}
