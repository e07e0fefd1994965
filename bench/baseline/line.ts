import { EMOTIONS, type Emotion } from '../../src/core/emotion/emotion.ts';
import { changeFromBaseline } from '../../src/core/inference/personal-baseline.ts';
import type { BaselinePair } from './baseline-pairs.ts';

/** A rule for what the live screen says of a change: an emotion of which there is more than at rest, or nothing. */
interface Rule {
  readonly name: string;
  says(probabilities: readonly number[], baseline: readonly number[]): Emotion | null;
}

const LEAST_DIFFERENCES = [0.1, 0.2, 0.3];
const LEAST_LOG_ODDS = [0.5, 1, 1.5, 2];

/** An emotion that is hardly read at all is not spoken of, however much rarer it was at rest. */
const LEAST_READ = 0.2;

const FELT = EMOTIONS.filter((emotion) => emotion !== 'neutral');

const RULES: readonly Rule[] = [
  ...LEAST_DIFFERENCES.map(
    (least): Rule => ({
      name: `gained most, at least ${least} of probability`,
      says: (probabilities, baseline) => {
        const [most] = changeFromBaseline(probabilities, baseline)
          .filter(({ emotion }) => emotion !== 'neutral')
          .sort((a, b) => b.change - a.change);
        return most && most.change >= least ? most.emotion : null;
      },
    }),
  ),
  ...LEAST_LOG_ODDS.map(
    (least): Rule => ({
      name: `likeliest that gained ${least} nats of log-odds`,
      says: (probabilities, baseline) => {
        const at = (of: readonly number[], emotion: Emotion) => of[EMOTIONS.indexOf(emotion)]!;
        const [likeliest] = FELT.filter(
          (emotion) =>
            at(probabilities, emotion) >= LEAST_READ &&
            logOdds(at(probabilities, emotion)) - logOdds(at(baseline, emotion)) >= least,
        ).sort((a, b) => at(probabilities, b) - at(probabilities, a));
        return likeliest ?? null;
      },
    }),
  ),
];

/** @returns One line a rule: how often it names what was rendered, something else, or nothing. */
export function measureLine(pairs: readonly BaselinePair[]): string[] {
  const felt = pairs.filter(({ face }) => face.emotion !== 'neutral');
  const rest = pairs.filter(({ face }) => face.emotion === 'neutral');
  const share = (of: readonly BaselinePair[], is: (pair: BaselinePair) => boolean) =>
    `${of.filter(is).length}/${of.length} (${((100 * of.filter(is).length) / of.length).toFixed(1)} %)`;
  return RULES.map(({ name, says }) => {
    const said = ({ face, baseline }: BaselinePair) => says(face.probabilities, baseline);
    const right = share(felt, (pair) => said(pair) === pair.face.emotion);
    const wrong = share(felt, (pair) => said(pair) !== pair.face.emotion && said(pair) !== null);
    const silent = share(rest, (pair) => said(pair) === null);
    return `${name.padEnd(46)} emotions named right ${right}, wrong ${wrong}; silent at rest ${silent}`;
  });
}

function logOdds(probability: number): number {
  const bounded = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(bounded / (1 - bounded));
}
