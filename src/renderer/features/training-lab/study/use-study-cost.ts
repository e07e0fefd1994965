import { METHODS } from '../../../../contract/contract.ts';
import type { StudyQuestion } from '../../../../contract/study.ts';
import { type StudyCost, studyCost } from '../../../../core/study/study-cost.ts';
import { useCall } from '../../../client/use-call.ts';

export type KnownCost =
  | { readonly kind: 'known'; readonly cost: StudyCost; readonly engine: string; readonly measuredAtIso: string }
  /** The machine was not measured with such a net and these learners. */
  | { readonly kind: 'unknown' }
  /** The form is not filled in. */
  | { readonly kind: 'incomplete' };

/** As a study divides its images when nobody says otherwise; adults all train. */
const SHARES = { train: 0.65, test: 0.25 };

const asked = METHODS['studies.start'].input.omit({ name: true, datasetIds: true });

/** What a study takes on this machine, as far as it is known. @param images Of the datasets that are chosen. */
export function useStudyCost(question: StudyQuestion, images: number): KnownCost {
  const { encoder } = question;
  const known = useCall('studies.speed', { encoder });
  if (!asked.safeParse(question).success) return { kind: 'incomplete' };
  if (!known.data) return { kind: 'unknown' };
  const { speed, measuredAtIso } = known.data;
  const seeds = Array.from({ length: question.repeats }, (_, index) => index + 1);
  const cost = studyCost({ ...question, seeds }, speed, { train: images * SHARES.train, test: images * SHARES.test });
  return cost ? { kind: 'known', cost, engine: speed.engine, measuredAtIso } : { kind: 'unknown' };
}
