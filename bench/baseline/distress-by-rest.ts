import { type DistressLimits, distressOf } from '../../src/core/emotion/distress.ts';
import { type Emotion, NEGATIVE_EMOTIONS } from '../../src/core/emotion/emotion.ts';
import { bootstrapSubjects } from '../../src/core/evaluation/bootstrap-subjects.ts';
import type { Figure } from '../../src/core/evaluation/evaluation-schema.ts';
import { differenceByCount, shareByCount } from '../../src/core/evaluation/interval-by-count.ts';
import type { BaselinePair } from './baseline-pairs.ts';

/** From which sum on distress is called likely of a child, of whom the sum at rest is known. */
interface RestRule {
  readonly name: string;
  limit(atRest: number, limits: DistressLimits): number;
}

const MARGINS = [0.05, 0.1, 0.2, 0.3, 0.4];
/** The same for every child: what is to be beaten. */
const FOR_ALL = [0.4, 0.5, 0.6, 0.7];
const STRENGTHS = [0.25, 0.5, 0.75, 1];

/** A child whose rest is as calm as this is judged by the model's own limit. */
const CALM_REST = 0.05;

export const REST_RULES: readonly RestRule[] = [
  { name: 'the model’s limit', limit: (_, { atLeast }) => atLeast },
  ...FOR_ALL.map((all): RestRule => ({ name: `${all}, for every child`, limit: () => all })),
  ...MARGINS.map(
    (margin): RestRule => ({
      name: `rest and ${margin}, never below the model’s`,
      limit: (atRest, { atLeast }) => Math.max(atLeast, Math.min(0.95, atRest + margin)),
    }),
  ),
  ...STRENGTHS.map(
    (strength): RestRule => ({
      name: `log-odds raised by ${strength} of the rest’s`,
      limit: (atRest, { atLeast }) =>
        inverse(logOdds(atLeast) + strength * Math.max(0, logOdds(atRest) - logOdds(CALM_REST))),
    }),
  ),
];

const isNegative = (emotion: Emotion) => (NEGATIVE_EMOTIONS as readonly Emotion[]).includes(emotion);

/** @returns A line a rule: false alarms at rest and on all faces without distress, and hits; with the difference to the first rule, in pairs. */
export function measureDistressByRest(pairs: readonly BaselinePair[], limits: DistressLimits): string[] {
  const subject = pairs.map(({ face }) => face.subject);
  const is = [
    pairs.map(({ face }) => face.emotion === 'neutral'),
    pairs.map(({ face }) => !isNegative(face.emotion)),
    pairs.map(({ face }) => isNegative(face.emotion)),
  ];
  const statistics = REST_RULES.map(({ limit }) => {
    const likely = pairs.map(
      ({ face, baseline }) => distressOf(face.probabilities) >= limit(distressOf(baseline), limits),
    );
    return (weights: Float64Array) =>
      is.map((side) => {
        const of = weights.reduce((sum, weight, k) => (side[k] ? sum + weight : sum), 0);
        return of === 0
          ? null
          : weights.reduce((sum, weight, k) => (side[k] && likely[k] ? sum + weight : sum), 0) / of;
      });
  });
  const [plain] = statistics;
  const n = is.map((side) => side.filter(Boolean).length).join(', ');
  return [
    `distress: false alarm at rest | of all without distress | hit; n = ${n} images`,
    ...REST_RULES.flatMap(({ name }, k) => {
      const own = bootstrapSubjects(statistics[k]!, { subject, seed: 1, range: [0, 1], byCount: shareByCount });
      const line = `${name.padEnd(42)} ${own.map(text).join(' | ')}`;
      if (k === 0) return [line];
      const change = bootstrapSubjects(
        (weights) => {
          const before = plain!(weights);
          return statistics[k]!(weights).map((value, i) => (value === null ? null : value - before[i]!));
        },
        { subject, seed: 1, range: [-1, 1], byCount: differenceByCount },
      );
      return [line, `${'minus the first'.padStart(42)} ${change.map(text).join(' | ')}`];
    }),
  ];
}

function logOdds(share: number): number {
  const bounded = Math.min(0.995, Math.max(0.005, share));
  return Math.log(bounded / (1 - bounded));
}

function inverse(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function text(figure: Figure | null): string {
  return figure ? `${figure.value.toFixed(3)} [${figure.low.toFixed(3)}, ${figure.high.toFixed(3)}]` : '-';
}
