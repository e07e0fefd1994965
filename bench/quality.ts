/** What the quality gate lets pass and what it refuses, and how often the model is right on either; see README.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { loadFaceNetsFromPackage } from '../src/core/capture/nets/face-nets.node.ts';
import { QUALITY_LIMITS } from '../src/core/capture/quality/quality.ts';
import { SPLITS, type SplitName } from '../src/core/dataset/split-name.ts';
import { startWasm } from '../src/core/engine/wasm.node.ts';
import { loadClassifier } from '../src/core/inference/classify.ts';
import { readModel } from '../src/core/registry/model-folder.node.ts';
import { CONDITIONS } from './quality/conditions.ts';
import { curveSvg } from './quality/curve.ts';
import { judgeFrames } from './quality/judge-frames.ts';
import { childPortraits } from './quality/portraits.ts';
import { binsOf, binTable, conditionTable, gateTable, MEASURES } from './quality/tables.ts';

interface Options {
  readonly model: string;
  readonly dataset: string;
  readonly split: SplitName;
  readonly perSubject: number;
  readonly children?: number;
  readonly families: readonly string[];
  readonly figures?: string;
}

const CONDITION_FAMILIES = [...new Set(CONDITIONS.map(({ family }) => family))];

const options = new Command('quality')
  .requiredOption('--model <dir>', 'the model folder', 'models/base')
  .requiredOption('--dataset <dir>', 'the rendered cohort', 'resources/demo-cohort')
  .addOption(new Option('--split <name>', 'children that the model had in this split').choices(SPLITS).default('test'))
  .option('--per-subject <n>', 'images of each child', Number, 7)
  .option('--children <n>', 'at most so many children', Number)
  .option('--families <names...>', 'only these ways to spoil a frame', CONDITION_FAMILIES)
  .option('--figures <dir>', 'write the curves there as SVG')
  .parse()
  .opts<Options>();

const SEED = 7;

await startWasm();
const nets = await loadFaceNetsFromPackage();
const { config, weights } = await readModel(options.model);
const classifier = loadClassifier(config, weights);
const { dataset: dir, split, perSubject, children, families } = options;
const conditions = CONDITIONS.filter(({ family }) => families.includes(family));
const records = await childPortraits({ dir, split, config, perSubject, mostSubjects: children });
const frames = await judgeFrames(records, { nets, classifier, conditions, seed: SEED });
classifier.dispose();
nets.dispose();

const subjects = new Set(records.map(({ subject }) => subject)).size;
console.log(
  `${records.length} images of ${subjects} children of the ${split} split, model ${config.id} ${config.version}\n`,
);
for (const row of gateTable(frames)) console.log(row);
console.log('');
for (const row of conditionTable(frames)) console.log(row);
const { leastEyeDistancePx, leastBrightness, mostBrightness, leastSharpness, mostYawDeg, mostCover } = QUALITY_LIMITS;
const limits: Readonly<Record<string, readonly number[]>> = {
  'eye-distance': [leastEyeDistancePx],
  brightness: [leastBrightness, mostBrightness],
  sharpness: [Math.log10(leastSharpness)],
  yaw: [mostYawDeg],
  cover: [mostCover],
};
for (const measure of MEASURES) {
  if (!measure.families.some((family) => (family !== 'plain' ? families.includes(family) : measure.id === 'yaw')))
    continue;
  const bins = binsOf(frames, measure);
  console.log('');
  for (const row of binTable(bins, measure)) console.log(row);
  if (options.figures) {
    const shown = (limits[measure.id] ?? []).filter((limit) => limit <= bins.at(-1)!.to);
    writeFileSync(join(options.figures, `quality-${measure.id}.svg`), curveSvg(bins, measure, shown));
  }
}
