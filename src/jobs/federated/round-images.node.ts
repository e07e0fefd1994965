import type { LogRecord } from '../../core/training/log-record.ts';
import { type ImagePools, imagePools } from '../../core/training/regimes/image-pools.ts';
import { type TrainingConfig, trainingConfig } from '../../core/training/training-config.ts';
import { failure } from '../../core/words/failure.ts';
import { FailureError } from '../../core/words/failure-error.ts';
import { choiceOf, type Start } from '../train/start-from.node.ts';
import { prepareRunData, type RunData } from '../train/training-data.node.ts';
import { trainingJobSchema } from '../train/training-job.ts';
import type { FederationFile } from './federation-file.ts';
import type { RoundPlace } from './place-of-round.node.ts';
import { RoundRefused } from './round-refused.ts';
import type { RoundWeights } from './round-weights.node.ts';
import type { Participants } from './who-takes-part.node.ts';

/** What a site brings to a round. */
export interface RoundImages {
  readonly config: TrainingConfig;
  readonly data: RunData;
  readonly pools: ImagePools;
  /** Children whose images train. */
  readonly children: readonly string[];
}

interface RoundImagesOptions {
  readonly file: FederationFile;
  readonly place: RoundPlace;
  /** The site's own model: who of its children it was tested on trains nothing here either. */
  readonly start: Start;
  readonly weights: RoundWeights;
  readonly round: number;
  readonly participants: Participants;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

/** Rounds are this far apart in seeds, so that sites whose seeds follow each other never share a round's. */
const SEEDS_A_ROUND = 7919;
const SEEDS = 2 ** 32;

/**
 * The site's own division of its images, as a training at the site makes it: val and test children stay out of every round,
 * so that what comes back can be compared on them.
 *
 * @throws RoundRefused "dataset" where the images do not allow a round; AbortError when stopped.
 */
export async function* roundImages(options: RoundImagesOptions): AsyncGenerator<LogRecord, RoundImages> {
  const { file, place, start, weights, round, participants, signal, now } = options;
  const { dataset, learner, steps, seed, engine, set, data: dataDir } = file;
  const job = trainingJobSchema.parse({
    name: 'federated round',
    datasetDirs: [...dataset],
    learner,
    regime: 'adults-as-augmentations',
    epochs: Math.max(1, steps),
    // Sites' weights are averaged; an average over a site's own steps before that is left to whoever sets it.
    settings: { emaDecay: 0, ...set, maxSteps: Math.max(1, steps) },
    seed: (seed + SEEDS_A_ROUND * round) % SEEDS,
    engine,
    startFromDir: file.model,
    dataDir,
    outDir: place.dir,
    exclude: [...participants.leftOut],
  });
  const ofRound = { ...start, model: { id: `round-${round}`, weightsSha256: weights.sha256 }, net: weights.net };
  try {
    const data = yield* prepareRunData(job, { signal, now, start });
    const config = trainingConfig(choiceOf(job, ofRound));
    const pools = imagePools(data.train, config);
    return { config, data, pools, children: [...new Set(pools.childRows.map((row) => data.train.subject[row]!))] };
  } catch (cause) {
    if (!(cause instanceof FailureError)) throw cause;
    throw new RoundRefused('dataset', failure('federation.dataset-missing', { why: cause.message }), { cause });
  }
}
