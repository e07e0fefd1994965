import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Evaluation } from '../../evaluation/evaluation-schema.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import { exampleModel } from '../testing/example-model.ts';
import {
  type ApprovalCircumstances,
  approvalConditions,
  type Candidate,
  CONDITIONS,
  type ConditionName,
} from './approval-conditions.ts';
import { approvalRulesSchema, STANDARD_APPROVAL_RULES } from './approval-rules.ts';

const CONFIG = exampleModel({ id: 'new' }).config;

/** Five images of each emotion, as many children as the standard rules ask for. */
const TEST: Evaluation = {
  ...CONFIG.test!,
  subjects: 20,
  confusion: EMOTIONS.map((_, row) => EMOTIONS.map((__, column) => (row === column ? 5 : 0))),
  balancedAccuracy: { value: 0.8, low: 0.7, high: 0.9 },
  abstained: { value: 0.3, low: 0.2, high: 0.4 },
};

const SOUND: Candidate = {
  state: 'candidate',
  config: { ...CONFIG, test: TEST },
  comparison: {
    referenceModelId: 'base',
    subjects: 20,
    balancedAccuracyDifference: { value: 0.01, low: -0.04, high: 0.06 },
  },
  endedConsents: { withdrawn: 0, expired: 0 },
};

const CIRCUMSTANCES: ApprovalCircumstances = {
  rules: STANDARD_APPROVAL_RULES,
  approved: { id: 'base', digest: 'd1' },
  people: { approver: { id: 'ada', name: 'Ada' }, makers: [{ id: 'bo', name: 'Bo' }] },
};

function unmetOf(candidate: Candidate, circumstances: Partial<ApprovalCircumstances> = {}) {
  return approvalConditions(candidate, { ...CIRCUMSTANCES, ...circumstances }).flatMap(
    ({ name, unmet, reasonSuffices }) => (unmet ? [{ name, says: englishOf(unmet), reasonSuffices }] : []),
  );
}

const withTest = (change: Partial<Evaluation>): Candidate => ({
  ...SOUND,
  config: { ...SOUND.config, test: { ...TEST, ...change } },
});
const withSplit = (change: Partial<Candidate['config']['split']>): Candidate => ({
  ...SOUND,
  config: { ...SOUND.config, split: { ...SOUND.config.split, ...change } },
});
const comparedTo = (low: number): Candidate => ({
  ...SOUND,
  comparison: { ...SOUND.comparison!, balancedAccuracyDifference: { value: low + 0.1, low, high: low + 0.2 } },
});

describe('approvalConditions', () => {
  it('asks all of them, in order, and a sound candidate meets them', () => {
    expect(approvalConditions(SOUND, CIRCUMSTANCES).map(({ name }) => name)).toEqual(CONDITIONS);
    expect(unmetOf(SOUND)).toEqual([]);
  });

  it.each<[string, Candidate, ConditionName, RegExp, boolean]>([
    ['was never compared', { ...SOUND, comparison: null }, 'compared', /compared with base.*no comparison/, false],
    [
      'was compared with an earlier model',
      { ...SOUND, comparison: { ...SOUND.comparison!, referenceModelId: 'old' } },
      'compared',
      /it was compared with old/,
      false,
    ],
    ['was tested on 19 children', withTest({ subjects: 19 }), 'enough-children', /Too few children.* 19 .* 20/, true],
    [
      'was compared on 19 children',
      { ...SOUND, comparison: { ...SOUND.comparison!, subjects: 19 } },
      'enough-children',
      /Too few children.* 19 .* 20/,
      true,
    ],
    ['may be worse by the margin', comparedTo(-0.05), 'not-worse', /worse than base.* −5 points/, true],
    [
      'does no better than chance',
      withTest({ balancedAccuracy: { value: 0.11, low: 0.1, high: 0.9 } }),
      'above-trivial',
      /without looking.* 11 %.* 10 %;.* 14.3 %/,
      true,
    ],
    [
      'has no threshold',
      { ...SOUND, config: { ...SOUND.config, threshold: 0 } },
      'sane-threshold',
      /never says "not sure"/,
      true,
    ],
    [
      'has a threshold that each image reaches',
      { ...SOUND, config: { ...SOUND.config, threshold: 1 / 7 } },
      'sane-threshold',
      /always reaches 0.14/,
      true,
    ],
    [
      'is hardly ever sure',
      withTest({ abstained: { value: 0.91, low: 0.9, high: 0.99 } }),
      'sane-threshold',
      /"not sure" on 91 %/,
      true,
    ],
    [
      'was tested on whom it was trained on',
      withSplit({ subjects: { train: ['a'.repeat(16)], val: [], test: ['a'.repeat(16)] } }),
      'no-leak',
      /1 subject .* both in train and in test/,
      false,
    ],
    [
      'has learnt from a child withdrawn since',
      { ...SOUND, endedConsents: { withdrawn: 1, expired: 0 } },
      'no-withdrawn-child',
      /1 child.*withdrawn/,
      false,
    ],
    [
      'has learnt from children whose consent has run out since',
      { ...SOUND, endedConsents: { withdrawn: 0, expired: 2 } },
      'no-withdrawn-child',
      /2 children.*run out/,
      false,
    ],
    [
      'was compared with other files of the model in use',
      { ...SOUND, comparison: { ...SOUND.comparison!, referenceDigest: 'd0' } },
      'compared',
      /compared with base as it was before/,
      false,
    ],
  ])('finds that a model %s', (_, candidate, name, says, reasonSuffices) => {
    expect(unmetOf(candidate)).toContainEqual({ name, says: expect.stringMatching(says), reasonSuffices });
  });

  it('lets no reason stand in for another person', () => {
    const own = { approver: { id: 'bo', name: 'Bo' }, makers: [{ id: 'bo', name: 'Bo' }] };
    expect(unmetOf(SOUND, { people: own })).toEqual([
      { name: 'another-person', says: expect.stringMatching(/^Bo trained or proposed it/), reasonSuffices: false },
    ]);
    const removedAndAddedAgain = { approver: { id: 'new', name: 'bo' }, makers: [{ id: 'bo', name: 'Bo' }] };
    expect(unmetOf(SOUND, { people: removedAndAddedAgain }).map(({ name }) => name)).toEqual(['another-person']);
    expect(unmetOf(SOUND, { people: null }), 'in a demo').toEqual([]);
  });

  it('asks of a retired model only that no child was withdrawn, and of the one in use nothing', () => {
    const worthless: Candidate = { ...comparedTo(-0.9), state: 'retired', endedConsents: { withdrawn: 2, expired: 1 } };
    expect(unmetOf(worthless)).toEqual([
      { name: 'no-withdrawn-child', says: expect.stringMatching(/^2 children/), reasonSuffices: false },
    ]);
    const expired = { ...worthless, endedConsents: { withdrawn: 0, expired: 1 } };
    expect(unmetOf(expired), 'a reason suffices, and is asked for in any case').toEqual([
      {
        name: 'no-withdrawn-child',
        says: expect.stringMatching(/^The consent to train on 1 child/),
        reasonSuffices: true,
      },
    ]);
    expect(approvalConditions({ ...worthless, state: 'approved' }, CIRCUMSTANCES)).toEqual([]);
    expect(approvalConditions({ ...worthless, state: 'rejected' }, CIRCUMSTANCES)).toEqual([]);
  });

  it('counts nobody where the images came without subjects', () => {
    expect(unmetOf(withSplit({ subjectsKnown: false })).map(({ name }) => name)).toEqual([
      'enough-children',
      'no-leak',
    ]);
  });

  it('compares with nothing where no model is in use', () => {
    const names = approvalConditions({ ...SOUND, comparison: null }, { ...CIRCUMSTANCES, approved: null });
    expect(names.map(({ name }) => name)).not.toContain('compared');
    expect(names.map(({ name }) => name)).not.toContain('not-worse');
    expect(unmetOf({ ...SOUND, comparison: null }, { approved: null })).toEqual([]);
  });

  it('follows what the site asks for', () => {
    const rules = { fewestTestChildren: 10, margin: 0.1 };
    expect(unmetOf({ ...comparedTo(-0.09), config: withTest({ subjects: 10 }).config }, { rules })).toEqual([]);
  });
});

describe('approvalRulesSchema', () => {
  it('never asks for fewer than ten children', () => {
    expect(approvalRulesSchema.safeParse({ fewestTestChildren: 9, margin: 0.05 }).success).toBe(false);
    expect(approvalRulesSchema.safeParse({ fewestTestChildren: 10, margin: 0.05 }).success).toBe(true);
  });
});
