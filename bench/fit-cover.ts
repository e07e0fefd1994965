/** Fits the weights of src/core/capture/quality/cover-weights.ts and prints that file; see README.md. */
import { Command } from 'commander';
import { loadFaceNetsFromPackage } from '../src/core/capture/nets/face-nets.node.ts';
import { coverFeatures } from '../src/core/capture/quality/cover.ts';
import { startWasm } from '../src/core/engine/wasm.node.ts';
import { readModel } from '../src/core/registry/model-folder.node.ts';
import { randomAt } from '../src/core/training/views/random.ts';
import { COVERS, covered } from './quality/covers.ts';
import { inLight, inMotion, outOfFocus } from './quality/degrade.ts';
import { foundFace } from './quality/found-face.ts';
import { fitLogistic } from './quality/logistic.ts';
import { childPortraits, pixelsOf } from './quality/portraits.ts';
import { fromAfar, sceneOf } from './quality/scene.ts';

interface Options {
  readonly model: string;
  readonly rendered: string;
  readonly photographs?: string;
  readonly photographed: number;
  readonly penalty: number;
}

const options = new Command('fit-cover')
  .requiredOption('--model <dir>', 'whose split tells which children may be fitted to', 'models/base')
  .requiredOption('--rendered <dir>', 'the rendered cohort')
  .option('--photographs <dir>', 'photographs of children beside it')
  .option('--photographed <n>', 'how many of them', Number, 500)
  .option('--penalty <n>', 'L2', Number, 0.003)
  .parse()
  .opts<Options>();

const SEED = 5;
const FITTED = COVERS.filter((cover) => cover !== 'blanket');
const COVERS_AN_IMAGE = 3;
/** Every so many images one is kept back to tell how well the fit does. */
const HELD_OUT_EVERY = 5;

await startWasm();
const nets = await loadFaceNetsFromPackage();
const { config } = await readModel(options.model);
const records = await childPortraits({ dir: options.rendered, split: 'train', config, perSubject: 5 });
if (options.photographs) {
  const most = { perSubject: 1, mostSubjects: options.photographed };
  records.push(...(await childPortraits({ dir: options.photographs, split: 'train', config, ...most })));
}

const rows: { features: Float32Array; isCovered: boolean; kind: string; isHeldOut: boolean }[] = [];
for (const [image, record] of records.entries()) {
  const random = randomAt(SEED, image);
  const isHeldOut = image % HELD_OUT_EVERY === 0;
  const scene = await sceneOf(await pixelsOf(record));
  const plain = await foundFace(nets, scene);
  if (!plain) continue;
  const poor = [
    () => inLight(scene, random.between(0.2, 1.6), random),
    () => outOfFocus(scene, random.between(1, 5)),
    () => inMotion(scene, 2 + random.integer(14)),
    () => fromAfar(scene, random.between(0.35, 0.9)),
  ][random.integer(4)]!;
  const poorly = await foundFace(nets, await poor());
  rows.push({ features: coverFeatures(plain.crop), isCovered: false, kind: 'plain', isHeldOut });
  if (poorly) rows.push({ features: coverFeatures(poorly.crop), isCovered: false, kind: 'poor', isHeldOut });
  for (let turn = 0; turn < COVERS_AN_IMAGE; turn++) {
    const kind = FITTED[random.integer(FITTED.length)]!;
    const face = await foundFace(nets, await covered(scene, plain.landmarks, kind, random, 'fitted'));
    if (face) rows.push({ features: coverFeatures(face.crop), isCovered: true, kind, isHeldOut });
  }
}
nets.dispose();

const fitted = (some: typeof rows) =>
  fitLogistic(
    some.map(({ features }) => features),
    some.map(({ isCovered }) => isCovered),
    options.penalty,
  );
const trial = fitted(rows.filter(({ isHeldOut }) => !isHeldOut));
for (const [kind, some] of Map.groupBy(
  rows.filter(({ isHeldOut }) => isHeldOut),
  ({ kind }) => kind,
)) {
  const chances = some.map(({ features }) => {
    const sum = trial.weights.reduce((total, weight, j) => total + weight * features[j]!, trial.bias);
    return 1 / (1 + Math.exp(-sum));
  });
  const shares = [0.5, 0.7, 0.8, 0.9].map((at) => chances.filter((chance) => chance >= at).length / chances.length);
  console.error(
    `${kind}: n = ${some.length}, called covered at .5 .7 .8 .9: ${shares.map((s) => s.toFixed(3)).join(' ')}`,
  );
}

const { weights, bias } = fitted(rows);
console.log(`/**
 * Written by bench/fit-cover.ts: a logistic regression over {@link ./cover.ts}'s features, fitted to
 * ${rows.length} crops of ${records.length} images of children, of which ${rows.filter(({ isCovered }) => isCovered).length} with a drawn cover.
 */
export const COVER_BIAS = ${bias.toFixed(4)};

/** In thousandths, in the order of the features. */
const THOUSANDTHS = [
${Array.from(
  { length: Math.ceil(weights.length / 24) },
  (_, row) =>
    `  ${weights
      .slice(row * 24, row * 24 + 24)
      .map((weight) => Math.round(weight * 1000))
      .join(', ')},`,
).join('\n')}
];

export const COVER_WEIGHTS: readonly number[] = THOUSANDTHS.map((weight) => weight / 1000);`);
