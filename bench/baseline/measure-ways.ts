import { EMOTIONS, NEGATIVE_EMOTIONS } from '../../src/core/emotion/emotion.ts';
import { bootstrapSubjects } from '../../src/core/evaluation/bootstrap-subjects.ts';
import type { Figure } from '../../src/core/evaluation/evaluation-schema.ts';
import { differenceByCount, shareByCount } from '../../src/core/evaluation/interval-by-count.ts';
import type { BaselinePair } from './baseline-pairs.ts';
import type { Way } from './ways.ts';

const SEED = 1;

/**
 * What accuracy each way has.
 *
 * @returns One line a way: accuracy, balanced accuracy and negative-against-neutral AUC with 95 % intervals over
 *   subjects; for every way but the first also the difference to the first, in pairs on the same images.
 */
export function measureWays(pairs: readonly BaselinePair[], all: readonly Way[]): string[] {
  const subject = pairs.map(({ face }) => face.subject);
  const truth = pairs.map(({ face }) => EMOTIONS.indexOf(face.emotion));
  const read = all.map((way) => pairs.map(({ face, baseline }) => way.read(face.probabilities, baseline)));
  const statistics = read.map((rows) => (weights: Float64Array) => figures(rows, truth, weights));
  const [plain] = statistics;
  const head = `${pairs.length} images of ${new Set(subject).size} children; accuracy | balanced | neg-vs-neutral AUC`;
  return [
    head,
    ...all.map(({ name }, k) => {
      const own = bootstrapSubjects(statistics[k]!, { subject, seed: SEED, range: [0, 1], byCount: shareByCount });
      if (k === 0) return `${name.padEnd(28)} ${own.map(text).join(' | ')}`;
      const change = bootstrapSubjects(
        (weights) => {
          const before = plain!(weights);
          return statistics[k]!(weights).map((value, i) => value - before[i]!);
        },
        { subject, seed: SEED, range: [-1, 1], byCount: differenceByCount },
      );
      return `${name.padEnd(28)} ${own.map(text).join(' | ')}\n${''.padEnd(28)} minus plain: ${change.map(text).join(' | ')}`;
    }),
  ];
}

/** @returns Accuracy, balanced accuracy, negative-against-neutral AUC, images counted by their weights. */
function figures(rows: readonly (readonly number[])[], truth: readonly number[], weights: Float64Array): number[] {
  const right = EMOTIONS.map(() => 0);
  const seen = EMOTIONS.map(() => 0);
  const negatives: [score: number, weight: number][] = [];
  const neutrals: [score: number, weight: number][] = [];
  for (const [k, row] of rows.entries()) {
    const weight = weights[k]!;
    if (weight === 0) continue;
    const is = truth[k]!;
    seen[is]! += weight;
    if (row.indexOf(Math.max(...row)) === is) right[is]! += weight;
    const emotion = EMOTIONS[is]!;
    if (emotion === 'neutral') neutrals.push([negativity(row), weight]);
    else if ((NEGATIVE_EMOTIONS as readonly string[]).includes(emotion)) negatives.push([negativity(row), weight]);
  }
  const recalls = EMOTIONS.flatMap((_, i) => (seen[i] ? [right[i]! / seen[i]!] : []));
  return [sum(right) / sum(seen), sum(recalls) / recalls.length, auc(negatives, neutrals)];
}

/** Negative less neutral: ranks as negative / (negative + neutral) does, and is defined for differences too. */
function negativity(row: readonly number[]): number {
  const negative = sum(NEGATIVE_EMOTIONS.map((emotion) => row[EMOTIONS.indexOf(emotion)]!));
  const neutral = row[EMOTIONS.indexOf('neutral')]!;
  return negative >= 0 && neutral > 0 ? negative / (negative + neutral) : negative - neutral;
}

/** The probability that a negative image scores higher than a neutral one, equal scores counting half. */
function auc(negatives: readonly [number, number][], neutrals: readonly [number, number][]): number {
  let wins = 0;
  let pairs = 0;
  for (const [negative, a] of negatives) {
    for (const [neutral, b] of neutrals) {
      pairs += a * b;
      wins += a * b * (negative > neutral ? 1 : negative === neutral ? 0.5 : 0);
    }
  }
  return wins / pairs;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function text(figure: Figure | null): string {
  if (!figure) return 'undefined';
  const { value, low, high } = figure;
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}
