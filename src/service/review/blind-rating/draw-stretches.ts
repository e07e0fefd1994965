import type { DrawnStretch } from '../../../core/store/ratings/rating-tasks.node.ts';
import { type Random, shuffled } from '../../../core/training/views/random.ts';

/**
 * Draws stretches at random within strata of the machine's word ("not sure" is one), so that rare words come: each stratum
 * gives as many as the next, and one that has fewer leaves its part to the others. Within a stratum the children take turns,
 * since stretches of one child are alike. What is drawn so does not show how often the words are.
 */
export function drawStretches(candidates: readonly DrawnStretch[], count: number, random: Random): DrawnStretch[] {
  const strata = [...Map.groupBy(shuffled(candidates, random), ({ machine }) => machine).values()]
    .map((stratum) => byTurns([...Map.groupBy(stratum, ({ childId }) => childId).values()]))
    .sort((a, b) => a.length - b.length);
  const drawn: DrawnStretch[] = [];
  for (const [index, stratum] of strata.entries()) {
    const left = count - drawn.length;
    drawn.push(...stratum.slice(0, Math.ceil(left / (strata.length - index))));
  }
  return drawn.slice(0, count);
}

/** The first of each list, the second of each, and so on. */
function byTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}
