import type { TFunction } from 'i18next';
import type { Comparison, Evaluation } from '../../contract/models.ts';
import {
  againstTrivial,
  FEWEST_CHILDREN,
  type Judged,
  type Verdict,
  verdictOf,
  WORTH_SHOWING,
} from '../../core/evaluation/verdict/verdict.ts';
import type { createFormat } from './format.ts';

type Format = ReturnType<typeof createFormat>;

export interface VerdictWords {
  readonly t: TFunction<'results'>;
  readonly images: (count: number) => string;
  readonly format: Format;
}

type Counted = Pick<Evaluation, 'images' | 'subjects'>;

/** What a comparison comes to: the sentence to read first, and those that follow it. */
export function comparisonSentences(comparison: Comparison, words: VerdictWords): string[] {
  const { t, format } = words;
  const verdict = verdictOf(comparison);
  const facts = {
    model: comparison.referenceModelId,
    n: countedWords(comparison, words, comparison.reference.subjectsKnown),
    atLeast: FEWEST_CHILDREN,
    ...figures(verdict, format),
  };
  const first = t(($) => $.verdict[verdict.kind], facts);
  if (verdict.kind !== 'undecided' || !verdict.needed || !comparison.reference.subjectsKnown) return [first];
  return [first, neededSentence(verdict.needed, comparison.subjects, words)];
}

/** For which ages, youngest first; empty where no age is known. */
export function ageSentences({ byAgeBand = [] }: Comparison, words: VerdictWords): string[] {
  return byAgeBand.map((each) => {
    const verdict = verdictOf(each satisfies Judged);
    const facts = { band: each.band, n: countedWords(each, words), ...figures(verdict, words.format) };
    return words.t(($) => $.forWhom[verdict.kind], facts);
  });
}

/** A model by itself: what it reaches, and whether that is more than is reached without looking. */
export function standingSentences(test: Evaluation, words: VerdictWords): string[] {
  const { t, format } = words;
  const { value, low, high } = test.balancedAccuracy;
  const { trivial, isAbove } = againstTrivial(test);
  return [
    t(($) => $.verdict.reaches, {
      value: format.points(value),
      low: format.points(low),
      high: format.points(high),
      n: countedWords(test, words, test.subjectsKnown),
    }),
    t(($) => (isAbove ? $.verdict.aboveTrivial : $.verdict.notAboveTrivial), { trivial: format.points(trivial) }),
  ];
}

function neededSentence(
  needed: NonNullable<Extract<Verdict, { kind: 'undecided' }>['needed']>,
  subjects: number,
  { t, format }: VerdictWords,
): string {
  const worth = format.number(WORTH_SHOWING * 100);
  const total = twoDigits(needed.value);
  if (needed.value <= subjects) return t(($) => $.verdict.enough, { worth });
  return t(($) => $.verdict.needed, {
    worth,
    count: twoDigits(needed.value - subjects),
    total: format.number(total),
    tested: format.number(subjects),
    low: format.number(twoDigits(needed.low)),
    high: format.number(twoDigits(needed.high)),
  });
}

function figures(verdict: Verdict, { points }: Format) {
  // Not said of so few.
  if (verdict.kind === 'too-few') return { points: '', low: '', high: '' };
  const { value, low, high } = verdict.kind === 'undecided' ? verdict.difference : verdict.by;
  return { points: points(value), low: points(low), high: points(high) };
}

/** "212 images of 60 children": tests hold children only. */
function countedWords({ images, subjects }: Counted, words: VerdictWords, subjectsKnown = true): string {
  const { t } = words;
  if (!subjectsKnown) return t(($) => $.ofUnknown, { images: words.images(images) });
  return t(($) => $.of, { images: words.images(images), children: t(($) => $.children, { count: subjects }) });
}

/** Rounded to two digits: more would claim to know it better than it is known. */
function twoDigits(count: number): number {
  return Number(count.toPrecision(2));
}
