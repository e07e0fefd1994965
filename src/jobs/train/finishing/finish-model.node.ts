import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaceSet } from '../../../core/dataset/faces/face-set.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { choiceFacts, describeChoice } from '../../../core/engine/choice-facts.ts';
import type { EngineChoice } from '../../../core/engine/engine.ts';
import { chooseDistressLimits } from '../../../core/evaluation/calibration/distress-limits.ts';
import { fitTemperature, softmaxAt } from '../../../core/evaluation/calibration/temperature.ts';
import { chooseThreshold, THRESHOLD_AIM } from '../../../core/evaluation/calibration/threshold.ts';
import { evaluate } from '../../../core/evaluation/evaluation.ts';
import { scoreDistress } from '../../../core/evaluation/metrics/distress-rates.ts';
import { mostLikely } from '../../../core/evaluation/most-likely.ts';
import { scoredFaces } from '../../../core/evaluation/scored-faces.ts';
import { selectScored } from '../../../core/evaluation/scored-images.ts';
import { type ModelFolder, readModel, writeModel } from '../../../core/registry/model-folder.node.ts';
import { type LogRecord, stageRecord, warningRecord } from '../../../core/training/log-record.ts';
import { predictLogits } from '../../../core/training/net/forward.ts';
import type { TrainedNet } from '../../../core/training/net/trained-net.ts';
import { saying } from '../../../core/training/said.ts';
import type { TrainingConfig } from '../../../core/training/training-config.ts';
import { type Failure, failure } from '../../../core/words/failure.ts';
import { compareOnTest } from '../comparison.node.ts';
import { modelConfigOf, modelIdOf } from '../model-config.ts';
import { evaluateTests } from '../model-tests.ts';
import { countTestLook } from '../test-looks.node.ts';
import type { RunData } from '../training-data.node.ts';
import type { CompleteTrainingJob } from '../training-job.ts';

interface FinishOptions {
  /** As the card names it. */
  readonly job: CompleteTrainingJob;
  readonly choice: EngineChoice;
  readonly config: TrainingConfig;
  readonly data: RunData;
  readonly net: TrainedNet;
  /** The model to compare with on the same test images; null for none. */
  readonly reference: ModelFolder | null;
  /** Where another command than that of a run gives these weights; null for the run's. */
  readonly command: string | null;
  readonly now: () => number;
}

/**
 * Makes a model of a trained net: calibrates on val, looks once at the test children, compares with the model before, writes.
 *
 * @returns The model as written.
 */
export async function* finishModel(options: FinishOptions): AsyncGenerator<LogRecord, ModelFolder> {
  const { job, choice, config, data, net, reference, command, now } = options;
  const { engine } = choice;
  const tell = (stage: string, text: Failure) => stageRecord(stage, saying(text), now());
  yield tell('calibration', failure('runLog.calibrating', { images: data.val.count }));
  const { temperature, threshold, reached, distress } = await calibrate(net, data.val, data.dirs.val);
  if (!reached) yield warningRecord(saying(thresholdCaution(threshold)), now());
  if (!distress) yield warningRecord(saying(failure('runLog.no-distress-limits')), now());

  yield tell('test', failure('runLog.testing', { images: data.test.count }));
  const probabilities = softmaxAt(await predictLogits(net, data.test), net.classes.length, temperature);
  const { images } = scoredFaces(data.test, probabilities, net.classes);
  const test = evaluate(images, { threshold, distress, seed: job.seed, subjectsKnown: data.split.subjectsKnown });
  const tests = evaluateTests(data.tests, data.test, probabilities, net.classes, {
    threshold,
    distress,
    seed: job.seed,
    otherwise: { shows: job.testedOn, realChildren: job.realChildren },
    countLook: (testHash) => {
      const look = { testHash, modelId: modelIdOf(job.name), atMs: now() };
      return job.dataDir === null ? null : countTestLook(job.dataDir, look);
    },
  });
  for (const { dataset, lookCount } of tests) {
    if (lookCount !== null) yield tell('test', failure('runLog.test-look', { look: lookCount, dataset }));
  }
  const comparison =
    reference &&
    (yield* compareOnTest(probabilities, net.classes, data, reference, {
      distress,
      seed: job.seed,
      now,
      keys: data.keys,
    }));

  const calibration = { temperature, threshold, distress };
  const engineReason = describeChoice(choiceFacts(choice));
  const facts = {
    job,
    config,
    engine,
    engineReason,
    data,
    net,
    calibration,
    test,
    tests,
    comparison,
    createdAtMs: now(),
    command,
  };
  await writeModel(job.outDir, modelConfigOf(facts), net.tensors);
  await rm(join(job.outDir, 'checkpoint'), { recursive: true, force: true });
  yield tell('done', failure('runLog.done', { folder: job.outDir }));
  return readModel(job.outDir);
}

/**
 * Temperature, threshold and limits of distress, chosen on the val children: they also chose the head's penalty, but trained
 * nothing.
 *
 * @param dirs The dataset that each of them is of.
 * @throws RangeError if val shows no emotion of the model.
 */
async function calibrate(net: TrainedNet, val: FaceSet, dirs: readonly string[]) {
  const logits = await predictLogits(net, val);
  const k = net.classes.length;
  const columns = Array.from(val.emotion, (emotion) => net.classes.indexOf(EMOTIONS[emotion]!));
  const rows = [...columns.keys()].filter((row) => columns[row]! >= 0);
  const truth = rows.map((row) => columns[row]!);
  const chosen = Float32Array.from(rows.flatMap((row) => [...logits.subarray(row * k, (row + 1) * k)]));
  const temperature = fitTemperature(chosen, truth, k);
  const probabilities = softmaxAt(chosen, k, temperature);
  const { images } = scoredFaces(val, softmaxAt(logits, k, temperature), net.classes);
  const kinds = [...Map.groupBy(rows.keys(), (image) => dirs[rows[image]!]!).values()];
  return {
    temperature,
    ...chooseThreshold(mostLikely(probabilities, k), truth),
    distress: chooseDistressLimits(kinds.map((each) => scoreDistress(selectScored(images, each)))),
  };
}

function thresholdCaution(threshold: number): Failure {
  const { accuracyWhenSure: accuracy, mostAbstained } = THRESHOLD_AIM;
  return failure('runLog.threshold-missed', {
    accuracy,
    percent: mostAbstained * 100,
    threshold,
  });
}
