/**
 * Whether a second rule for "not sure" pays: a face and its mirror image must get the same name. On a model's val children
 * only; see README.md.
 */
import { basename } from 'node:path';
import { Command } from 'commander';
import type { FaceCrops } from '../src/core/dataset/faces/face-set.ts';
import { loadFaces } from '../src/core/dataset/faces/load-faces.node.ts';
import { readDataset } from '../src/core/dataset/read-dataset.node.ts';
import { bootstrapSubjects } from '../src/core/evaluation/bootstrap-subjects.ts';
import { rankByConfidence, riskCoverageArea, riskCoverageCurve } from '../src/core/evaluation/metrics/risk-coverage.ts';
import { mostLikely } from '../src/core/evaluation/most-likely.ts';
import { scoredFaces } from '../src/core/evaluation/scored-faces.ts';
import { readModel } from '../src/core/registry/model-folder.node.ts';
import { subjectKeys } from '../src/core/registry/subjects/known-subjects.node.ts';
import { PUBLISHED_DIGESTS } from '../src/core/registry/subjects/subject-digest.node.ts';
import { startEngine } from '../src/core/training/start-engine/start-engine.node.ts';
import { recordsOfSplit } from '../src/jobs/evaluate/split-again.node.ts';
import { predictFaces } from '../src/jobs/predict/predict-faces.node.ts';

const options = new Command('mirror-doubt')
  .option('--model <dir>', 'a model that ships', 'models/base')
  .requiredOption('--dataset <dir...>', 'what it was trained on, all of it')
  .parse()
  .opts<{ readonly model: string; readonly dataset: string[] }>();

const model = await readModel(options.model);
const { classes, threshold, labelColumn, seed } = model.config;
await startEngine({ dataDir: null });

const { records, folders } = await readDataset(options.dataset, { labelColumn });
const asked = { datasetDirs: options.dataset, group: null };
const val = await recordsOfSplit(model.config, asked, records, 'val', subjectKeys(PUBLISHED_DIGESTS));
for (const { dir } of folders) {
  const { faces } = await loadFaces(
    val.filter((each) => each.group === 'child' && each.dir === dir),
    {},
  );
  const { truth, subject, probabilities } = scoredFaces(faces, await predictFaces(model, faces), classes).images;
  const turned = scoredFaces(faces, await predictFaces(model, { ...faces, ...mirrored(faces) }), classes).images;
  const plain = mostLikely(probabilities, classes.length);
  const mirror = mostLikely(turned.probabilities, classes.length);
  const isSame = (image: number) => plain.predicted[image] === mirror.predicted[image];
  const isRight = (image: number) => plain.predicted[image] === truth[image];
  const images = Array.from(truth, (_, image) => image);
  const share = (of: readonly number[], what: (image: number) => boolean) => of.filter(what).length / of.length;

  console.log(`\n${basename(dir)}, val: ${images.length} faces of ${new Set(subject).size} children`);
  const differ = images.filter((image) => !isSame(image));
  console.log(`another name in the mirror: ${differ.length}, right ${share(differ, isRight).toFixed(3)}`);
  console.log(`the same name: right ${share(images.filter(isSame), isRight).toFixed(3)}`);
  const sure = images.filter((image) => plain.confidence[image]! >= threshold);
  const both = sure.filter((image) => !isSame(image));
  console.log(`sure at ${threshold.toFixed(3)}: ${sure.length}, wrong ${(1 - share(sure, isRight)).toFixed(3)}`);
  console.log(`of them another name in the mirror: ${both.length}, right ${both.filter(isRight).length}`);

  const alone = rankByConfidence(plain, truth);
  const confidence = plain.confidence.map((each, image) => (isSame(image) ? each : 0));
  const withMirror = rankByConfidence({ ...plain, confidence }, truth);
  const limit = 1 - share(sure, isRight);
  const coverage = (ranked: typeof alone) =>
    riskCoverageCurve(ranked, images.length).findLast(({ risk }) => risk <= limit + 1e-9)?.coverage ?? 0;
  console.log(
    `most covered at that risk: ${coverage(alone).toFixed(3)}, with the mirror ${coverage(withMirror).toFixed(3)}`,
  );
  const areas = (weights: Float64Array) => {
    const [without, by] = [riskCoverageArea(alone, weights), riskCoverageArea(withMirror, weights)];
    return [without, by, without === null || by === null ? null : by - without];
  };
  const [without, by, difference] = bootstrapSubjects(areas, { subject, seed, range: [-1, 1], byCount: () => [-1, 1] });
  console.log(
    `area under risk against coverage: ${without!.value.toFixed(4)}, with the mirror ${by!.value.toFixed(4)}, ` +
      `difference ${difference!.value.toFixed(4)} [${difference!.low.toFixed(4)}, ${difference!.high.toFixed(4)}]`,
  );
}

function mirrored({ count, cropPx, crops }: FaceCrops): Pick<FaceCrops, 'crops'> {
  const turned = new Uint8Array(crops.length);
  for (let row = 0; row < count * cropPx; row += 1) {
    turned.set(crops.slice(row * cropPx, (row + 1) * cropPx).reverse(), row * cropPx);
  }
  return { crops: turned };
}
