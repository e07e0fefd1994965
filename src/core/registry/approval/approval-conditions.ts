import type { ModelState } from '../../emotion/model.ts';
import type { Comparison, Evaluation } from '../../evaluation/evaluation-schema.ts';
import { trivialClassifiers } from '../../evaluation/trivial-classifiers.ts';
import { type Failure, failure } from '../../words/failure.ts';
import { leaksBetweenSplits } from '../leak.ts';
import type { ModelConfig } from '../model-config.ts';
import type { ApprovalRules } from './approval-rules.ts';

/** What is asked of a candidate, in the order in which it is shown. */
export const CONDITIONS = [
  'compared',
  'enough-children',
  'not-worse',
  'above-trivial',
  'sane-threshold',
  'no-leak',
  'no-withdrawn-child',
  'another-person',
] as const;

export type ConditionName = (typeof CONDITIONS)[number];

export interface Condition {
  readonly name: ConditionName;
  /** Why it is not met, or null when it is. */
  readonly unmet: Failure | null;
  /** An administrator may approve without it and write down why. The others hold for everyone. */
  readonly reasonSuffices: boolean;
}

export interface Candidate {
  readonly state: ModelState;
  readonly config: Pick<ModelConfig, 'id' | 'classes' | 'threshold' | 'test' | 'split'>;
  /** The model against another on the same test images. */
  readonly comparison: Pick<
    Comparison,
    'referenceModelId' | 'referenceDigest' | 'subjects' | 'balancedAccuracyDifference'
  > | null;
  /** Of a model that was made elsewhere: how it does on test images of this site; null where that is not known. */
  readonly testHere?: Evaluation | null;
  /** Whether nobody here can tell if it was fitted on some of those images: it remembers its subjects under another key. */
  readonly isLeakHereUnknown?: boolean;
  /** How many of the children whose pictures it was made from may not be trained on any more, and why not. */
  readonly endedConsents: { readonly withdrawn: number; readonly expired: number };
}

export interface ApprovalCircumstances {
  readonly rules: ApprovalRules;
  /** The model in use now, or null when there is none: nothing is to be compared then. */
  readonly approved: { readonly id: string; readonly digest: string | null } | null;
  /** Who approves, and who trained or proposed the model; null where one person plays all parts, in a demo. */
  readonly people: { readonly approver: Person; readonly makers: readonly Person[] } | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A model that is not sure of more than this share of the test images tells a ward nothing. */
const MOST_ABSTAINED = 0.9;

type Check = (candidate: Candidate, circumstances: ApprovalCircumstances) => Omit<Condition, 'name'> | null;

const MET = { unmet: null, reasonSuffices: true } as const;
const lacking = (unmet: Failure) => ({ unmet, reasonSuffices: true });
const never = (unmet: Failure) => ({ unmet, reasonSuffices: false });

/** One check a condition; null where it is not asked. */
const CHECKS: Readonly<Record<ConditionName, Check>> = {
  compared({ config: { id }, comparison }, { approved }) {
    if (!approved) return null;
    if (comparison === null) return never(failure('models.not-compared', { model: id, approved: approved.id }));
    if (isWith(comparison, approved)) return MET;
    const compared = comparison.referenceModelId;
    if (compared === approved.id) return never(failure('models.compared-with-earlier', { model: id, compared }));
    return never(failure('models.compared-with-another', { model: id, approved: approved.id, compared }));
  },

  'enough-children'({ config, testHere, comparison }, { rules: { fewestTestChildren: wanted } }) {
    if (!(testHere ?? config.split).subjectsKnown) return lacking(failure('models.children-unknown', { wanted }));
    // The comparison leaves out whom the model in use was fitted on.
    const found = Math.min((testHere ?? config.test)?.subjects ?? 0, comparison?.subjects ?? Number.POSITIVE_INFINITY);
    return found >= wanted ? MET : lacking(failure('models.too-few-children', { found, wanted }));
  },

  'not-worse'({ comparison }, { approved, rules: { margin } }) {
    if (!approved || !comparison || !isWith(comparison, approved)) return null;
    const { low } = comparison.balancedAccuracyDifference;
    if (low > -margin) return MET;
    return lacking(failure('models.may-be-worse', { approved: approved.id, low, bound: -margin }));
  },

  'above-trivial'({ config, testHere }) {
    const test = testHere ?? config.test;
    if (!test) return lacking(failure('models.not-tested'));
    const trivial = Math.max(...trivialClassifiers(test).map(({ balancedAccuracy }) => balancedAccuracy));
    const { value, low } = test.balancedAccuracy;
    return low > trivial ? MET : lacking(failure('models.not-above-trivial', { value, low, trivial }));
  },

  'sane-threshold'({ config: { threshold, classes, test: ownTest }, testHere }) {
    const test = testHere ?? ownTest;
    // The likeliest of k emotions has at least 1 / k: a threshold up to there is as good as none.
    const lowest = 1 / classes.length;
    if (threshold <= lowest) return lacking(failure('models.never-unsure', { threshold, lowest }));
    const percent = Math.round((test?.abstained.value ?? 0) * 100);
    return percent <= MOST_ABSTAINED * 100 ? MET : lacking(failure('models.always-unsure', { percent }));
  },

  'no-leak'({ config, isLeakHereUnknown }) {
    const leaks = leaksBetweenSplits(config);
    if (leaks.length > 0) {
      const [first, second] = leaks[0]!.places;
      return never(failure('models.leaks', { count: leaks.length, model: config.id, first, second }));
    }
    if (config.split.before?.some(({ checked }) => !checked)) return lacking(failure('models.leak-start-unknown'));
    if (!config.split.subjectsKnown) return lacking(failure('models.leak-unknown'));
    return isLeakHereUnknown ? lacking(failure('models.leak-here-unknown')) : MET;
  },

  'no-withdrawn-child'({ state, endedConsents: { withdrawn, expired } }) {
    if (withdrawn > 0) return never(failure('models.withdrawn-children', { count: withdrawn }));
    if (expired === 0) return MET;
    const ended = failure('models.expired-children', { count: expired });
    // What was agreed to held while the model was made and in use: going back to it is for people to weigh.
    return state === 'retired' ? lacking(ended) : never(ended);
  },

  'another-person'(_, { people }) {
    if (!people) return null;
    // Whoever was removed and added again has another id.
    const nameOf = ({ name }: Person) => name.trim().toLowerCase();
    const { approver } = people;
    const maker = people.makers.find((each) => each.id === approver.id || nameOf(each) === nameOf(approver));
    return maker ? never(failure('models.own-model', { name: maker.name })) : MET;
  },
};

const ASKED_OF: Readonly<Record<ModelState, readonly ConditionName[]>> = {
  candidate: CONDITIONS,
  approved: [],
  retired: ['no-withdrawn-child'],
  rejected: [],
};

/** Whether a comparison is with this model, of the same files as far as is known. */
function isWith(
  { referenceModelId, referenceDigest }: Pick<Comparison, 'referenceModelId' | 'referenceDigest'>,
  { id, digest }: NonNullable<ApprovalCircumstances['approved']>,
): boolean {
  return referenceModelId === id && (!referenceDigest || !digest || referenceDigest === digest);
}

/**
 * What is asked of a model before the next session uses it, and whether it is met: nothing of the one in use. A retired
 * model was approved before, and going back to it must be quick: only that no child was withdrawn is asked again. Nothing
 * is asked of a rejected one, which is not used until it has been taken up again.
 */
export function approvalConditions(candidate: Candidate, circumstances: ApprovalCircumstances): Condition[] {
  return ASKED_OF[candidate.state].flatMap((name) => {
    const outcome = CHECKS[name](candidate, circumstances);
    return outcome ? [{ name, ...outcome }] : [];
  });
}
