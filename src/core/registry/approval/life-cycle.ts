import type { ModelState } from '../../emotion/model.ts';
import { type Failure, failure } from '../../words/failure.ts';
import type { Condition, ConditionName } from './approval-conditions.ts';

export interface ApprovalRequest {
  readonly model: { readonly id: string; readonly state: ModelState };
  /** Of approval-conditions.ts. */
  readonly conditions: readonly Condition[];
  /** Name of the person who answers for it. */
  readonly approver: string;
  /** Why it is to be used although a condition is not met, in the approver's words; null for none. */
  readonly reason: string | null;
  /** The conditions that were shown as not met when the reason was written; null where nobody was shown any. */
  readonly unmetShown?: readonly ConditionName[] | null;
}

/** What a model was approved in spite of, to stand on its record. */
export interface ApprovalException {
  readonly reason: string;
  readonly unmet: readonly Failure[];
}

export type Approval =
  /** The exception is null when every condition is met. */
  | { readonly allowed: true; readonly exception: ApprovalException | null }
  | { readonly allowed: false; readonly why: Failure };

/**
 * Whether a model may become the one that the next session uses. Going back to a retired one always takes a reason.
 *
 * Every condition that is asked of it must be met, but for those that a reason may stand in for.
 */
export function approvalOf({
  model: { id, state },
  conditions,
  approver,
  reason,
  unmetShown = null,
}: ApprovalRequest): Approval {
  if (approver.trim() === '') return refused(failure('models.approver-missing'));
  if (state === 'approved') return refused(failure('models.in-use', { model: id }));
  if (state === 'rejected') return refused(failure('models.rejected', { model: id }));
  if (state === 'retired' && !reason?.trim()) return refused(failure('models.reason-missing', { model: id }));
  const unmet = conditions.flatMap(({ name, unmet: why, reasonSuffices }) =>
    why ? [{ name, why, reasonSuffices }] : [],
  );
  const stop = unmet.find(({ reasonSuffices }) => !reasonSuffices || !reason?.trim());
  if (stop) return refused(stop.why);
  // A reason stands for what its author saw, and not for what has come up since.
  if (unmetShown && unmet.some(({ name }) => !unmetShown.includes(name))) return refused(failure('models.unmet-since'));
  return {
    allowed: true,
    exception: unmet.length > 0 ? { reason: reason!.trim(), unmet: unmet.map(({ why }) => why) } : null,
  };
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
