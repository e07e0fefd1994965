/**
 * From where on a model says "distress likely", chosen on its val images as a training chooses it, and what that does on its
 * test images; see README.md. For a model that was made before trainings chose it: `--write` enters both into its folder.
 */
import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import type { ImageRecord } from '../src/core/dataset/dataset.ts';
import { loadFaces } from '../src/core/dataset/faces/load-faces.node.ts';
import { readDataset } from '../src/core/dataset/read-dataset.node.ts';
import { chooseDistressLimits } from '../src/core/evaluation/calibration/distress-limits.ts';
import { evaluate } from '../src/core/evaluation/evaluation.ts';
import type { Evaluation } from '../src/core/evaluation/evaluation-schema.ts';
import { distressTable } from '../src/core/evaluation/evaluation-table.ts';
import { scoreDistress } from '../src/core/evaluation/metrics/distress-rates.ts';
import { scoredFaces } from '../src/core/evaluation/scored-faces.ts';
import type { ScoredImages } from '../src/core/evaluation/scored-images.ts';
import { readModel, writeModel } from '../src/core/registry/model-folder.node.ts';
import { subjectKeys } from '../src/core/registry/subjects/known-subjects.node.ts';
import { PUBLISHED_DIGESTS } from '../src/core/registry/subjects/subject-digest.node.ts';
import { startEngine } from '../src/core/training/start-engine/start-engine.node.ts';
import { recordsOfSplit } from '../src/jobs/evaluate/split-again.node.ts';
import { predictFaces } from '../src/jobs/predict/predict-faces.node.ts';

interface Options {
  readonly model: string;
  readonly dataset: string[];
  readonly write?: true;
}

const options = new Command('distress')
  .option('--model <dir>', 'a model that ships, or one made before there were limits', 'models/base')
  .requiredOption('--dataset <dir...>', 'what it was trained on, all of it')
  .option('--write', 'enters limits and rates into the model, and raises the last number of its version')
  .parse()
  .opts<Options>();

const model = await readModel(options.model);
const { config } = model;
await startEngine({ dataDir: null });

/** The children of one split, a dataset after the other, as the model scores them. */
async function scoredByDataset(split: 'val' | 'test', labelColumn: string) {
  const { records, folders } = await readDataset(options.dataset, { labelColumn });
  const asked = { datasetDirs: options.dataset, group: null };
  const inSplit = await recordsOfSplit(config, asked, records, split, subjectKeys(PUBLISHED_DIGESTS));
  const children = inSplit.filter(({ group }) => group === 'child');
  return await Promise.all(
    folders.map(async ({ dir, subjectsKnown }) => {
      const own = children.filter((each: ImageRecord) => each.dir === dir);
      const { faces } = await loadFaces(own, {});
      const { images } = scoredFaces(faces, await predictFaces(model, faces), config.classes);
      return { dataset: basename(resolve(dir)), images, subjectsKnown };
    }),
  );
}

const val = await scoredByDataset('val', config.labelColumn);
const distress = chooseDistressLimits(val.map(({ images }) => scoreDistress(images)));
if (!distress) throw new Error('no limits of distress can be chosen on these val images');
console.log(`likely from ${distress.atLeast} on, not seen below ${distress.below}; chosen on val:`);
const { threshold, seed } = config;
for (const { dataset, images, subjectsKnown } of val) {
  console.log(`\nval, ${dataset}`);
  print(evaluate(images, { threshold, distress, seed, subjectsKnown }));
}

const test = await scoredByDataset('test', 'emotion');
const tests = config.tests.map((each) => {
  const { images, subjectsKnown } = test.find(({ dataset }) => dataset === each.dataset)!;
  const classes = each.evaluation.restrictedTo;
  const evaluation = evaluate(images, { threshold, distress, seed, subjectsKnown, ...(classes ? { classes } : {}) });
  console.log(`\ntest, ${each.shows}`);
  print(evaluation);
  return { ...each, evaluation: asBefore(each.evaluation, evaluation) };
});
const every = test.map(({ images }) => images);
const together: ScoredImages = {
  classes: config.classes,
  truth: Int8Array.from(every.flatMap(({ truth }) => [...truth])),
  probabilities: Float32Array.from(every.flatMap(({ probabilities }) => [...probabilities])),
  subject: every.flatMap(({ subject }) => subject),
  ageYears: every.flatMap(({ ageYears }) => ageYears),
  group: every.flatMap(({ group = [] }) => group),
};
const { subjectsKnown } = config.split;
const whole = asBefore(config.test!, evaluate(together, { threshold, distress, seed, subjectsKnown }));

if (options.write) {
  const version = config.version.replace(/\d+$/, (last) => String(Number(last) + 1));
  await writeModel(options.model, { ...config, version, distress, test: whole, tests }, model.tensors);
  console.log(`\nwritten as ${version}: SHA-256 ${(await readModel(options.model)).digest}`);
}

function print(evaluation: Evaluation): void {
  const { header, rows } = distressTable(evaluation);
  for (const row of [header, header.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

/** @throws Error if any other figure came out otherwise: these are not the images, or not the model, that were tested. */
function asBefore(before: Evaluation, now: Evaluation): Evaluation {
  const same = Math.abs(before.accuracy.value - now.accuracy.value) < 1e-9 && before.images === now.images;
  if (!same) throw new Error(`accuracy ${before.accuracy.value} of ${before.images} was expected; found ${now.accuracy.value} of ${now.images}`); // biome-ignore format: a line
  const { distressLimits, distress: rates } = now;
  const bandRates = new Map(now.byAgeBand.map((each) => [each.band, each.distress]));
  const groupRates = new Map(now.byGroup.map((each) => [each.group, each.distress]));
  return {
    ...before,
    distressLimits,
    distress: rates,
    byAgeBand: before.byAgeBand.map((each) => ({ ...each, distress: bandRates.get(each.band) ?? null })),
    byGroup: before.byGroup.map((each) => ({ ...each, distress: groupRates.get(each.group) ?? null })),
  };
}
