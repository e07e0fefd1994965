/** Agreement of any number of raters, of whom some may have said nothing of some units. */
interface AlphaParts {
  /** Share of all pairs of answers to one unit that are the same, each unit by its number of answers. */
  readonly observed: number;
  /** The share that answers drawn from all of them would reach by chance. */
  readonly byChance: number;
  /** Null where all answers are the same one, and chance alone would agree always. */
  readonly alpha: number | null;
}

/**
 * Krippendorff's alpha for nominal data: agreement beyond chance of two raters or more, with answers missing.
 *
 * Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C:
 * alpha = 1 - (n - 1) * sum of o_ck over c <> k / sum of n_c n_k over c <> k, with coincidences o_ck counted over units
 * of m_u answers as pairs / (m_u - 1).
 *
 * @param units For each unit the index of each answer, in any order; null where a rater gave none. Units of fewer than two
 *   answers tell nothing of agreement and do not count.
 * @param weights How often each unit counts, whole numbers: a bootstrap draw counts a unit as often as its child was drawn.
 * @returns Null where no unit has two answers.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  categories: number,
  weights?: ArrayLike<number>,
): AlphaParts | null {
  const totals = new Float64Array(categories);
  let same = 0;
  let all = 0;
  const ofUnit = new Float64Array(categories);
  for (const [unit, answers] of units.entries()) {
    const weight = weights ? weights[unit]! : 1;
    ofUnit.fill(0);
    let given = 0;
    for (const answer of answers) {
      if (answer === null) continue;
      ofUnit[answer]! += 1;
      given += 1;
    }
    if (given < 2 || weight === 0) continue;
    for (let answer = 0; answer < categories; answer += 1) {
      const count = ofUnit[answer]!;
      totals[answer]! += weight * count;
      same += (weight * count * (count - 1)) / (given - 1);
    }
    all += weight * given;
  }
  if (all === 0) return null;
  const sameByChance = totals.reduce((sum, count) => sum + count * (count - 1), 0) / (all * (all - 1));
  const observed = same / all;
  const isOneAnswer = totals.some((count) => count === all);
  return {
    observed,
    byChance: sameByChance,
    alpha: isOneAnswer ? null : (observed - sameByChance) / (1 - sameByChance),
  };
}
