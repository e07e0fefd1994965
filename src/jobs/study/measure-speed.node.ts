import { CROP_PX, type FaceSet, votesForLabels } from '../../core/dataset/faces/face-set.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import type { Engine } from '../../core/engine/engine.ts';
import { cellConfig } from '../../core/study/cell-config.ts';
import { USUAL_PLAN } from '../../core/study/study.ts';
import type { LearnerSpeed, MachineSpeed } from '../../core/study/study-cost.ts';
import type { Learner } from '../../core/training/learners.ts';
import { ENCODERS, type EncoderName } from '../../core/training/net/encoder-spec.ts';
import { predictLogits } from '../../core/training/net/forward.ts';
import { gradientOnEngine } from '../../core/training/start-engine/gradient-on-engine.node.ts';
import { train } from '../../core/training/trainer.ts';
import { randomAt } from '../../core/training/views/random.ts';
import { startStudyEngine } from './begin-study.node.ts';

export interface SpeedQuestion {
  readonly learners: readonly Learner[];
  readonly encoder: EncoderName;
  readonly batchRows: number;
  readonly threads: number;
  /** The site's folder of data, by whose looks at engines a study chooses; null chooses by a look of its own. */
  readonly dataDir: string | null;
}

/** What a net sees matters to its time in nothing, so that noise is trained on. */
const NOISE_FACES = 128;
/** The first steps compile, allocate and warm caches. */
const WARM_STEPS = 3;
const MEASURED_STEPS = 8;

/**
 * Measures what a cell costs on this machine as it is now: a few steps of each learner on noise.
 *
 * @yields Nothing: it takes a few seconds.
 */
// biome-ignore lint/correctness/useYield: a job of the lab is a generator, whether it has something to tell or not.
export async function* measureSpeed(
  { learners, encoder, batchRows, threads, dataDir }: SpeedQuestion,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<never, MachineSpeed> {
  const engine = await startStudyEngine({ name: null, threads }, dataDir);
  const speeds: LearnerSpeed[] = [];
  for (const learner of learners) {
    signal.throwIfAborted();
    speeds.push(await speedOf(engine, learner, { encoder, batchRows, signal }));
  }
  return { engine: engine.name, threads: engine.threads, learners: speeds };
}

interface SpeedOptions extends Pick<SpeedQuestion, 'encoder' | 'batchRows'> {
  readonly signal: AbortSignal;
}

async function speedOf(
  engine: Engine,
  learner: Learner,
  { encoder, batchRows, signal }: SpeedOptions,
): Promise<LearnerSpeed> {
  const faces = noise();
  const plan = { encoder: ENCODERS[encoder], batchRows, budgetSteps: WARM_STEPS + MEASURED_STEPS, classes: EMOTIONS };
  const config = cellConfig(
    { learner, regime: 'children', size: faces.count, seed: 1, ablation: null, draw: null, tunes: false },
    { ...USUAL_PLAN, ...plan, learners: [learner], regimes: ['children'], sizes: [faces.count], seeds: [1] },
  );
  const onEngine = await gradientOnEngine(engine, 1);
  const run = train(
    config,
    { train: faces, val: faces },
    {
      signal,
      saveCheckpoint: () => {},
      checkpoint: null,
      now: performance.now.bind(performance),
      identity: { splitHash: '', engine: engine.name },
      gradient: onEngine.gradient,
    },
  );
  const endedAtMs: number[] = [];
  const headAtMs: number[] = [];
  let next = await run.next();
  for (; !next.done; next = await run.next()) {
    const record = next.value;
    if (record.kind === 'step') endedAtMs.push(record.atMs);
    if (record.kind === 'stage' && record.stage === 'head') headAtMs.push(record.atMs);
  }
  await onEngine.close();
  const trainedAtMs = performance.now();
  await predictLogits(next.value, faces);
  // Told when it begins and when it is fitted; cross-entropy has none.
  const endMs = headAtMs.length < 2 ? 0 : headAtMs.at(-1)! - headAtMs[0]!;
  return {
    learner,
    stepMs: endedAtMs.slice(WARM_STEPS).map((each, index) => each - endedAtMs[index + WARM_STEPS - 1]!),
    endMs,
    endMsAnImage: (trainedAtMs - endedAtMs.at(-1)! - endMs) / faces.count,
    testMsAnImage: (performance.now() - trainedAtMs) / faces.count,
  };
}

function noise(): FaceSet {
  const random = randomAt(1, 0);
  const all = Array.from({ length: NOISE_FACES }, (_, index) => index);
  const emotion = Int8Array.from(all, (index) => index % EMOTIONS.length);
  return {
    count: NOISE_FACES,
    cropPx: CROP_PX,
    crops: Uint8Array.from({ length: NOISE_FACES * CROP_PX ** 2 }, () => random.integer(256)),
    emotion,
    votes: votesForLabels(emotion),
    group: all.map(() => 'child'),
    subject: all.map(String),
    ageYears: all.map(() => null),
    path: all.map(String),
  };
}
