import { LEARNER_FACTS, type Learner } from '../training/learners.ts';
import { type Settings, USUAL_SETTINGS } from '../training/settings/settings.ts';
import { randomAt } from '../training/views/random.ts';

/** What is drawn for a learner. */
export type Draw = Pick<Settings, 'learningRate' | 'weightDecay' | 'temperature'>;

/**
 * How the settings of the learners are chosen: each has as many draws as any other, each draw trains under every regime of
 * the study at one number of child images, and the one that does best on the children of val, over the regimes, is what
 * all cells of that learner train with. No draw looks at the test children.
 */
export interface Tuning {
  /** Child images that train; one of the study's numbers or another. */
  readonly size: number;
  /** Of the draws and of their trainings. */
  readonly seed: number;
  /** By learner; the first of each is the usual setting. */
  readonly draws: Readonly<Partial<Record<Learner, readonly Draw[]>>>;
  /** Number of the draw that was chosen, by learner; null until all have been tried. */
  readonly chosen: Readonly<Partial<Record<Learner, number>>> | null;
}

/** What one training of a draw made of the children of val. */
interface TriedDraw {
  readonly learner: Learner;
  readonly draw: number;
  /** Null for a training that failed. */
  readonly val: { readonly balancedAccuracy: number; readonly loss: number } | null;
}

/** Sets these draws apart from all that training and evaluation draw for the same seed. */
const TUNING = 203;

/** Least and most of each, drawn evenly on a logarithmic scale; the learning rate as a multiple of the usual one. */
const RANGES = { learningRate: [1 / 8, 4], weightDecay: [1e-3, 1e-1], temperature: [0.05, 2] } as const;
/** More would be read as exact. */
const DIGITS = 3;

/** The settings that a learner is tried with. */
export function drawsOf(learner: Learner, { draws, seed }: { readonly draws: number; readonly seed: number }): Draw[] {
  const { fromRandom } = LEARNER_FACTS[learner].usualLearningRate;
  const { weightDecay, temperature } = USUAL_SETTINGS;
  return Array.from({ length: draws }, (_, draw) => {
    if (draw === 0) return { learningRate: fromRandom, weightDecay, temperature };
    const random = randomAt(seed, TUNING, draw);
    const within = ([least, most]: readonly [number, number]) => least * (most / least) ** random.uniform();
    const rounded = (value: number) => Number(value.toPrecision(DIGITS));
    return {
      learningRate: rounded(fromRandom * within(RANGES.learningRate)),
      weightDecay: rounded(within(RANGES.weightDecay)),
      temperature: rounded(within(RANGES.temperature)),
    };
  });
}

/**
 * The draw of each learner with the highest balanced accuracy on val, the mean of its trainings; of two with the same, the
 * one with less loss, and of two with the same again the earlier. A draw of which a training failed counts as nothing
 * reached there.
 */
export function chooseDraws(tried: readonly TriedDraw[]): Partial<Record<Learner, number>> {
  const byLearner = Map.groupBy(tried, ({ learner }) => learner);
  return Object.fromEntries(
    [...byLearner].map(([learner, of]) => {
      const draws = [...Map.groupBy(of, ({ draw }) => draw)].map(([draw, trainings]) => ({
        draw,
        reached: mean(trainings.map(({ val }) => val?.balancedAccuracy ?? 0)),
        loss: mean(trainings.map(({ val }) => val?.loss ?? Number.POSITIVE_INFINITY)),
      }));
      draws.sort((a, b) => b.reached - a.reached || compare(a.loss, b.loss) || a.draw - b.draw);
      return [learner, draws[0]!.draw];
    }),
  );
}

/** Infinite losses are alike. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
