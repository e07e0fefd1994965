import type { Difference, RegimeComparison, Verdict } from './compare-regimes.ts';
import type { Estimate } from './resample.ts';

/** "+0.041 [+0.012, +0.069]" */
export function differenceText({ value, low, high }: Estimate): string {
  return `${signed(value)} [${signed(low)}, ${signed(high)}]`;
}

/**
 * Whether adults help, in plain sentences that follow from the verdicts.
 *
 * @param comparisons Regimes with adults, each against the children alone.
 */
export function adultsAnswer(comparisons: readonly RegimeComparison[]): string[] {
  const told = comparisons.filter(({ overSizes }) => overSizes !== null);
  if (told.length === 0) return ['No regime with adults and children alone are both done yet: nothing can be said.'];
  const count = (verdict: Verdict) => told.filter(({ overSizes }) => overSizes!.verdict === verdict).length;
  const intervals = told.flatMap(({ bySize }) => bySize.filter(({ difference }) => difference !== null)).length;
  return [
    `Averaged over the sizes, adults helped in ${count('better')} of ${told.length} pairs of a learner and a regime, hurt in ` +
      `${count('worse')}, and in ${count('cannot be told')} it cannot be told.`,
    ...told.map(pairSentence),
    `Each interval stands alone: of the ${intervals} intervals by size, about ${Math.round(intervals * 0.05)} would leave 0 out ` +
      'by chance if adults made no difference.',
  ];
}

function pairSentence({ learner, regime, against, bySize, overSizes }: RegimeComparison): string {
  const at = (verdict: Verdict) =>
    bySize
      .flatMap(({ size, difference }) => (difference?.verdict === verdict ? [{ size, difference }] : []))
      .map(({ size, difference }) =>
        verdict === 'cannot be told' ? `${size}` : `${size} (${signed(difference.value)})`,
      );
  const missing = bySize.filter(({ difference }) => difference === null).map(({ size }) => size);
  const parts = [
    ['better at', at('better')],
    ['worse at', at('worse')],
    ['cannot be told at', at('cannot be told')],
    ['not measured at', missing],
  ] as const;
  const bySizes = parts.flatMap(([how, sizes]) => (sizes.length > 0 ? [`${how} ${sizes.join(', ')}`] : []));
  return `${learner}: ${overallClause(regime, against, overSizes!)}; by number of child images: ${bySizes.join('; ')}.`;
}

function overallClause(regime: string, against: string, overSizes: Difference): string {
  const found = `${differenceText(overSizes)} in balanced accuracy, averaged over the sizes`;
  if (overSizes.verdict === 'cannot be told') {
    return `whether ${regime} does better or worse than ${against} cannot be told (${found})`;
  }
  return `${regime} did ${overSizes.verdict} than ${against} (${found})`;
}

function signed(value: number): string {
  const text = value.toFixed(3);
  return value >= 0 && !text.startsWith('-') ? `+${text}` : text;
}
