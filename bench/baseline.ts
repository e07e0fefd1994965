/** What the child's own face at rest adds to a reading; see README.md and docs/baseline.md. */

import { Command } from 'commander';
import { loadFaces } from '../src/core/dataset/faces/load-faces.node.ts';
import { readDataset } from '../src/core/dataset/read-dataset.node.ts';
import type { SplitName } from '../src/core/dataset/split-name.ts';
import { EMOTIONS } from '../src/core/emotion/emotion.ts';
import { readModel } from '../src/core/registry/model-folder.node.ts';
import { keyOf } from '../src/core/registry/subjects/known-subjects.node.ts';
import { startEngine } from '../src/core/training/start-engine/start-engine.node.ts';
import { openKeptFaces } from '../src/jobs/dataset/kept-faces.node.ts';
import { keysFor } from '../src/jobs/dataset/subject-keys.node.ts';
import { predictFaces } from '../src/jobs/predict/predict-faces.node.ts';
import { baselinePairs } from './baseline/baseline-pairs.ts';
import { measureDistressByRest } from './baseline/distress-by-rest.ts';
import { measureLine } from './baseline/line.ts';
import { measureWays } from './baseline/measure-ways.ts';
import type { ReadFace } from './baseline/read-face.ts';
import { STRENGTHS, type Way, ways } from './baseline/ways.ts';

interface Options {
  readonly model: string;
  readonly dataset: string;
  readonly data: string | null;
}

const options = new Command('baseline')
  .requiredOption('--dataset <dir>', 'the rendered cohort')
  .requiredOption('--model <dir>', 'the model folder', 'models/base')
  .option('--data <dir>', 'folder in which found faces are kept', (dir) => dir, null)
  .parse()
  .opts<Options>();

await startEngine({ dataDir: null });
const model = await readModel(options.model);
const { records } = await readDataset([options.dataset], { labelColumn: 'emotion' });
using cache = openKeptFaces({ dataDir: options.data });

/** Every image of the children that the model had in a split. */
async function readSplit(split: SplitName): Promise<ReadFace[]> {
  const key = keyOf(model.config, keysFor({ dataDir: options.data }));
  const own = new Set(model.config.split.subjects[split]);
  const children = records.filter(
    ({ group, subject }) => group === 'child' && key !== null && own.has(key.digest(subject)),
  );
  const { faces } = await loadFaces(children, { cache });
  const { classes } = model.config;
  const probabilities = await predictFaces(model, faces);
  return faces.path.map((path, row) => ({
    path,
    subject: faces.subject[row]!,
    emotion: EMOTIONS[faces.emotion[row]!]!,
    probabilities: EMOTIONS.map((each) =>
      classes.includes(each) ? probabilities[row * classes.length + classes.indexOf(each)]! : 0,
    ),
  }));
}

const val = await readSplit('val');
const test = await readSplit('test');

console.log(`model ${model.config.id} ${model.config.version}; strengths: ${STRENGTHS.join(', ')}`);
const all: readonly Way[] = ways(val);
for (const [title, faces] of [
  ['val: where a strength or a bound may be chosen', val],
  ['test: children that the model never saw', test],
] as const) {
  const pairs = baselinePairs(faces);
  console.log(`\n${title}`);
  const { distress } = model.config;
  const ofDistress = distress ? measureDistressByRest(pairs, distress) : [];
  for (const line of [...measureWays(pairs, all), ...measureLine(pairs), ...ofDistress]) console.log(line);
}
