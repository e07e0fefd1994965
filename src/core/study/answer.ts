import type { RegimeComparison } from './compare-regimes.ts';
import type { Estimate } from './resample.ts';

export type Verdict = 'helped' | 'hurt' | 'cannot be told';

/** Never stronger than the interval: one that holds 0 tells nothing of the direction. */
export function verdictOf({ low, high }: Estimate): Verdict {
  if (low > 0) return 'helped';
  return high < 0 ? 'hurt' : 'cannot be told';
}

/** "+0.041 [+0.012, +0.069]" */
export function differenceText({ value, low, high }: Estimate): string {
  return `${signed(value)} [${signed(low)}, ${signed(high)}]`;
}

/**
 * Whether adults help, in plain sentences that follow from the intervals.
 *
 * @param comparisons Regimes with adults, each against the children alone.
 * @param words What is compared: "balanced accuracy".
 */
export function adultsAnswer(comparisons: readonly RegimeComparison[], words: string): string[] {
  const told = comparisons.filter(({ overSizes }) => overSizes !== null);
  if (told.length === 0) return ['No regime with adults and children alone are both done yet: nothing can be said.'];
  const count = (verdict: Verdict) => told.filter(({ overSizes }) => verdictOf(overSizes!) === verdict).length;
  const intervals = told.flatMap(({ bySize }) => bySize.filter(({ difference }) => difference !== null)).length;
  return [
    `Averaged over the sizes, adults helped in ${count('helped')} of ${told.length} pairs of a learner and a regime, hurt in ` +
      `${count('hurt')}, and in ${count('cannot be told')} it cannot be told.`,
    ...told.map((each) => pairSentence(each, words)),
    `Each interval stands alone: of the ${intervals} intervals by size, about ${Math.round(intervals * 0.05)} would leave 0 out ` +
      'by chance if adults made no difference.',
  ];
}

function pairSentence({ learner, regime, against, bySize, overSizes }: RegimeComparison, words: string): string {
  const verdicts = bySize.flatMap(({ size, difference }) =>
    difference === null ? [] : [{ size, difference, verdict: verdictOf(difference) }],
  );
  const missing = bySize.filter(({ difference }) => difference === null).map(({ size }) => size);
  const at = (verdict: Verdict) =>
    verdicts
      .filter((each) => each.verdict === verdict)
      .map(({ size, difference }) =>
        verdict === 'cannot be told' ? `${size}` : `${size} (${signed(difference.value)})`,
      )
      .join(', ');
  const parts = [
    ['helped at', at('helped')],
    ['hurt at', at('hurt')],
    ['cannot be told at', at('cannot be told')],
    ['not measured at', missing.join(', ')],
  ].flatMap(([how, sizes]) => (sizes ? [`${how} ${sizes}`] : []));
  return `${learner}: ${overallClause(regime, against, overSizes!, words)}; by number of child images: ${parts.join('; ')}.`;
}

function overallClause(regime: string, against: string, overSizes: Estimate, words: string): string {
  const found = `${differenceText(overSizes)} in ${words}, averaged over the sizes`;
  const verdict = verdictOf(overSizes);
  if (verdict === 'cannot be told') {
    return `whether ${regime} does better or worse than ${against} cannot be told (${found})`;
  }
  return `${regime} did ${verdict === 'helped' ? 'better' : 'worse'} than ${against} (${found})`;
}

function signed(value: number): string {
  const text = value.toFixed(3);
  return value >= 0 && !text.startsWith('-') ? `+${text}` : text;
}
