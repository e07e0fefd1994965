import { describe, expect, it } from 'vitest';
import { englishOf } from '../words/failure-sentence.ts';
import { type ApprovalRequest, afterApproval, approvalOf } from './life-cycle.ts';

const SOUND: ApprovalRequest = {
  model: { id: 'new', state: 'candidate' },
  approvedId: 'base',
  comparison: { referenceModelId: 'base' },
  leaks: [],
  subjectsKnown: true,
  approver: 'Administrator',
};

describe('approvalOf', () => {
  it('lets a compared candidate without leak in, with a named approver', () => {
    expect(approvalOf(SOUND)).toEqual({ allowed: true, caution: null });
  });

  it.each([
    ['nobody approves', { approver: ' ' }, /Name the approver/],
    ['it was never compared', { comparison: null }, /must be compared with base.*has no comparison/],
    ['it was compared with another model', { comparison: { referenceModelId: 'old' } }, /it was compared with old/],
    [
      'a subject leaks',
      { leaks: [{ subject: 'x', places: ['train', 'test'] }] },
      /1 subject .* both in train and in test/,
    ],
    ['it is in use already', { model: { id: 'new', state: 'approved' } }, /in use already/],
  ] satisfies [string, Partial<ApprovalRequest>, RegExp][])('refuses when %s', (_, change, reason) => {
    const approval = approvalOf({ ...SOUND, ...change });
    expect(approval.allowed ? '' : englishOf(approval.why)).toMatch(reason);
  });

  it('needs no comparison where no model is in use', () => {
    expect(approvalOf({ ...SOUND, approvedId: null, comparison: null }).allowed).toBe(true);
  });

  it('goes back to a retired model without a new comparison, yet not without an approver', () => {
    const back = { ...SOUND, model: { id: 'old', state: 'retired' }, comparison: null } as const;
    expect(approvalOf(back).allowed).toBe(true);
    expect(approvalOf({ ...back, approver: '' }).allowed).toBe(false);
  });

  it('cautions when a leak cannot be shown', () => {
    expect(approvalOf({ ...SOUND, subjectsKnown: false })).toEqual({
      allowed: true,
      caution: expect.stringContaining('without subjects'),
    });
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
