import type { Engine } from '../../core/engine/engine.ts';
import type { Comparison, Evaluation } from '../../core/evaluation/evaluation-schema.ts';
import { shownOnChildren } from '../../core/evaluation/on-children/shown-on-children.ts';
import type { ModelConfig, ModelTest } from '../../core/registry/model-config.ts';
import { subjectDigests } from '../../core/registry/subjects/subject-digest.node.ts';
import type { TrainedNet } from '../../core/training/net/trained-net.ts';
import { imagePools } from '../../core/training/regimes/image-pools.ts';
import type { TrainingConfig } from '../../core/training/training-config.ts';
import { englishOf } from '../../core/words/failure-sentence.ts';
import { trainingCommand } from './train-command.ts';
import type { RunData } from './training-data.node.ts';
import type { CompleteTrainingJob } from './training-job.ts';

/** All that a run knows when it ends. */
export interface RunFacts {
  readonly job: CompleteTrainingJob;
  readonly config: TrainingConfig;
  readonly engine: Engine;
  /** Why this engine was chosen. */
  readonly engineReason: string;
  readonly data: RunData;
  readonly net: TrainedNet;
  readonly calibration: Pick<ModelConfig, 'temperature' | 'threshold' | 'distress'>;
  readonly test: Evaluation;
  readonly tests: readonly ModelTest[];
  readonly comparison: Comparison | null;
  readonly createdAtMs: number;
  /** Where another command than that of a run gives these weights. */
  readonly command: string | null;
}

/** What is written down of a run beside its weights. */
export function modelConfigOf({ job, config, engine, data, net, calibration, ...found }: RunFacts): ModelConfig {
  const { encoder, classes, learner, regime, epochs, seed, ...settings } = config;
  return {
    formatVersion: 1,
    id: modelIdOf(job.name),
    version: '1.0.0',
    architecture: { ...net.encoder, stageChannels: [...net.encoder.stageChannels] },
    classes: [...net.classes],
    cropPx: data.train.cropPx,
    normalisation: 'per-image',
    ...calibration,
    learner,
    regime,
    epochs: passesMade(net),
    seed,
    engine: {
      name: engine.name,
      versions: { ...engine.versions },
      device: englishOf(engine.device),
      reason: found.engineReason,
      threads: engine.threads,
      workers: engine.workers ?? 1,
      wholeBatches: true,
    },
    // The losses that its choices were made by are kept with its settings.
    training: JSON.parse(JSON.stringify({ epochs, ...settings, valLosses: net.valLosses })),
    command: found.command ?? trainingCommand(job),
    datasets: [...data.names],
    labelColumn: job.labelColumn,
    trainingData: trainingDataOf(data, config),
    excluded: subjectDigests(data.keys.own, job.exclude),
    split: { ...data.split, hash: data.keys.own.seal(data.split.hash) },
    classesValidatedOnChildren: shownOnChildren(found.tests, net.classes),
    notes: [job.notes, relabelledText(data)].filter(Boolean).join('\n\n') || null,
    license: job.license,
    testedOn: [...new Set(found.tests.map(({ shows }) => shows))].join(' and ') || job.testedOn,
    test: found.test,
    tests: found.tests.map((each) => ({ ...each, hash: data.keys.own.seal(each.hash) })),
    comparison: found.comparison,
    createdAtIso: new Date(found.createdAtMs).toISOString(),
  };
}

/** Epochs begun before any fine-tuning; a limit of steps may have cut the last one short. */
function passesMade({ history }: TrainedNet): number {
  const own = history.filter(({ stage }) => stage !== 'fine-tuning');
  return (own.length > 0 ? own : history).at(-1)?.epoch ?? 0;
}

/** For the card; null where people changed nothing. */
function relabelledText({ relabelled }: Pick<RunData, 'relabelled'>): string | null {
  const { added, changed, leftOut, disputed } = relabelled;
  if (added + changed + leftOut + disputed === 0) return null;
  return (
    `People at the site labelled images: ${added} of which their dataset does not say what they show; ${changed} count as ` +
    `another emotion than it says, ${leftOut} were left out as showing no usable face, and ${disputed} because people differ.`
  );
}

/** In lower case, with a hyphen in place of what an id may not hold. */
export function modelIdOf(name: string): string {
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[^a-z0-9]+|-+$/g, '');
  return id || 'model';
}

/** Counts of the images that trained, after `size` and the regime have chosen. */
function trainingDataOf({ train }: RunData, config: TrainingConfig): ModelConfig['trainingData'] {
  const { childRows, adultRows } = imagePools(train, config);
  const subjects = (rows: readonly number[]) => new Set(rows.map((row) => train.subject[row])).size;
  return {
    images: childRows.length + adultRows.length,
    children: subjects(childRows),
    adults: subjects(adultRows),
    childImages: childRows.length,
    adultImages: adultRows.length,
  };
}
