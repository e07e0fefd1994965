import { describe, expect, it } from 'vitest';
import { failure } from '../../words/failure.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import { type ApprovalRequest, afterApproval, approvalOf } from './life-cycle.ts';

const FEW = failure('models.too-few-children', { found: 2, wanted: 20 });
const WORSE = failure('models.may-be-worse', { approved: 'base', low: -0.4, bound: -0.05 });
const WITHDRAWN = failure('models.withdrawn-children', { count: 1 });

const SOUND: ApprovalRequest = {
  model: { id: 'new', state: 'candidate' },
  conditions: [
    { name: 'enough-children', unmet: null, reasonSuffices: true },
    { name: 'no-withdrawn-child', unmet: null, reasonSuffices: true },
  ],
  approver: 'Administrator',
  reason: null,
};

/** A candidate that lacks what a reason may stand in for. */
const LACKING: ApprovalRequest = {
  ...SOUND,
  conditions: [
    { name: 'enough-children', unmet: FEW, reasonSuffices: true },
    { name: 'not-worse', unmet: WORSE, reasonSuffices: true },
    { name: 'no-leak', unmet: null, reasonSuffices: true },
  ],
};

describe('approvalOf', () => {
  it('lets a candidate in that meets every condition, with a named approver', () => {
    expect(approvalOf(SOUND)).toEqual({ allowed: true, exception: null });
    expect(approvalOf({ ...SOUND, reason: 'It is not needed, so it is not kept.' })).toEqual({
      allowed: true,
      exception: null,
    });
  });

  it.each([
    ['nobody approves', { approver: ' ' }, /Name the approver/],
    ['it was rejected', { model: { id: 'new', state: 'rejected' } }, /was rejected/],
    ['it is brought back without a reason', { model: { id: 'old', state: 'retired' } }, /why old is brought back/],
    ['it is in use already', { model: { id: 'new', state: 'approved' } }, /in use already/],
  ] satisfies [string, Partial<ApprovalRequest>, RegExp][])('refuses when %s', (_, change, reason) => {
    const approval = approvalOf({ ...SOUND, ...change });
    expect(approval.allowed ? '' : englishOf(approval.why)).toMatch(reason);
  });

  it('takes a reason for what its author was shown, and for nothing that has come up since', () => {
    const written = { ...LACKING, reason: 'A pilot with two children.' };
    expect(approvalOf({ ...written, unmetShown: ['not-worse', 'enough-children'] })).toMatchObject({ allowed: true });
    expect(approvalOf({ ...written, unmetShown: ['enough-children'] })).toEqual({
      allowed: false,
      why: failure('models.unmet-since'),
    });
  });

  it('asks for a reason where a condition is not met, and keeps both', () => {
    expect(approvalOf(LACKING)).toEqual({ allowed: false, why: FEW });
    expect(approvalOf({ ...LACKING, reason: '  ' })).toEqual({ allowed: false, why: FEW });
    expect(approvalOf({ ...LACKING, reason: ' A pilot with two children. ' })).toEqual({
      allowed: true,
      exception: { reason: 'A pilot with two children.', unmet: [FEW, WORSE] },
    });
  });

  it('takes no reason for a condition that holds for everyone', () => {
    const conditions = [
      ...LACKING.conditions,
      { name: 'no-withdrawn-child', unmet: WITHDRAWN, reasonSuffices: false },
    ] as const;
    expect(approvalOf({ ...LACKING, conditions, reason: 'A pilot with two children.' })).toEqual({
      allowed: false,
      why: WITHDRAWN,
    });
  });

  it('goes back to a retired model for a reason, yet not without an approver', () => {
    const back = { ...SOUND, model: { id: 'old', state: 'retired' }, reason: 'The new one is always unsure.' } as const;
    expect(approvalOf(back)).toEqual({ allowed: true, exception: null });
    expect(approvalOf({ ...back, approver: '' }).allowed).toBe(false);
  });
});

describe('afterApproval', () => {
  const models = [
    { id: 'base', state: 'approved' },
    { id: 'new', state: 'candidate' },
    { id: 'old', state: 'retired' },
  ] as const;

  it('retires the model in use and leaves the others as they are', () => {
    expect(afterApproval(models, 'new')).toEqual([
      { id: 'base', state: 'retired' },
      { id: 'new', state: 'approved' },
    ]);
  });

  it('goes back and forth', () => {
    expect(afterApproval(models, 'old')).toContainEqual({ id: 'base', state: 'retired' });
    expect(afterApproval(models, 'base')).toEqual([{ id: 'base', state: 'approved' }]);
  });

  it('refuses a model that does not exist', () => {
    expect(() => afterApproval(models, 'x')).toThrow(/no model is named x/);
  });
});
