import type { Emotion } from '../../../core/emotion/emotion.ts';
import type { EngineName } from '../../../core/engine/engine.ts';
import type { Ablation } from '../../../core/study/ablations.ts';
import type { Learner } from '../../../core/training/learners.ts';
import type { EncoderName } from '../../../core/training/net/encoder-spec.ts';
import type { RegimeName } from '../../../core/training/regimes/regime-facts.ts';
import type { BegunStudy } from '../../../jobs/study/begin-study.node.ts';
import { type DataOptions, keptDataOf } from '../data-options.ts';
import { lookAhead, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import type { Shares } from '../option-values.ts';
import { dataUnder, planIn, settingsIn } from './plan-options.ts';
import { sayLog } from './say-study.ts';

/** What a study is made of: given to begin one, left out to go on with it. */
interface PlanOptions {
  dataset?: string[];
  learners?: Learner[];
  regimes?: RegimeName[];
  sizes?: number[];
  seeds?: number[];
  budget?: number;
  batch?: number;
  patience?: number;
  least?: number;
  valEvery?: number;
  ablations?: Ablation[];
  draws?: number;
  drawsAt?: number;
  set?: string[];
  encoder?: EncoderName;
  classes?: Emotion[];
  labelColumn?: string;
  exclude?: string[];
  splitSeed?: number;
  shares?: Shares;
  engine?: EngineName;
  threads?: number;
}

export interface StudyOptions extends PlanOptions, DataOptions {
  plan?: string;
  datasetRoot?: string;
  out: string;
  jobs: number;
  list: boolean;
  open: boolean;
  cell?: string;
  collect: boolean;
  json: boolean;
  with?: string[];
}

/** The study that is asked for, or the one that is in the folder. */
export async function openStudy(options: StudyOptions, dir: string, signal: AbortSignal): Promise<BegunStudy> {
  // Here, because what computes takes a second to load and --help needs none of it.
  const { beginStudy } = await import('../../../jobs/study/begin-study.node.ts');
  const { readStudy } = await import('../../../jobs/study/study-folder.node.ts');
  const { studySettingsSchema } = await import('../../../jobs/study/study-file.ts');
  const { dataset, budget, batch, patience, least, valEvery, draws, drawsAt, set, ...others } = options;
  const { out, jobs, list, open, cell, collect, json, data, cache, plan: file, datasetRoot, with: _, ...plan } = others;
  const begin = { signal, onLog: sayLog, kept: keptDataOf(options), keepBeside: cache };
  if (file) return beginStudy(await planIn(file, dataset, datasetRoot), dir, begin);
  const { learners, regimes, sizes, seeds } = plan;
  const asked = { dataset, budget, batch, patience, least, valEvery, draws, drawsAt, set, ...plan };
  const given = Object.values(asked).some((each) => each !== undefined);
  if (!given) {
    const begun = await readStudy(dir);
    if (begun) return { study: { ...begun, data: dataUnder(begun.data, datasetRoot) }, faces: null };
  }
  if (!dataset || !learners || !regimes || !sizes || !seeds || !budget) {
    throw new Misuse(
      `--dataset, --learners, --regimes, --sizes, --seeds and --budget were expected, to begin a study or to change it${given ? '' : `; there is none in ${dir} to go on with`}.`,
    );
  }
  const { looksAtDatasets } = await import('../look-ahead/looks-at-inputs.ts');
  await lookAhead([
    ...looksAtDatasets(dataset, ['emotion', plan.labelColumn ?? 'emotion'], { exclude: plan.exclude }),
    ...looksAtPlaceFor('--out', dir, 'folder'),
    ...looksAtPlaceFor('--data', data, 'folder'),
  ]);
  if (drawsAt !== undefined && draws === undefined) throw new Misuse('--draws was expected beside --draws-at.');
  const middle = sizes[Math.floor((sizes.length - 1) / 2)]!;
  const settings = studySettingsSchema.parse({
    ...plan,
    datasetDirs: dataset,
    budgetSteps: budget,
    batchRows: batch,
    patienceSteps: patience,
    leastSteps: least,
    valEverySteps: valEvery,
    settings: set && settingsIn(set),
    tuning: draws === undefined ? null : { draws, size: drawsAt ?? middle, seed: seeds[0]! },
  });
  return beginStudy(settings, dir, begin);
}
