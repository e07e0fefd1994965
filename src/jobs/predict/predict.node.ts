import { describeProblem } from '../../core/dataset/dataset.ts';
import { loadFaces } from '../../core/dataset/faces/load-faces.node.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { chooseEngine } from '../../core/engine/choose-engine.node.ts';
import { readModel } from '../../core/registry/model-folder.node.ts';
import { type KeptData, openKeptFaces } from '../dataset/kept-faces.node.ts';
import { predictFaces } from './predict-faces.node.ts';

export interface Predictions {
  readonly modelId: string;
  readonly classes: readonly Emotion[];
  /** Path of each image, relative to its dataset. */
  readonly paths: readonly string[];
  /** Calibrated, row-major [paths, classes]. */
  readonly probabilities: Float32Array;
  /** Images that were left out, one sentence each. */
  readonly problems: readonly string[];
}

/**
 * What a model says of every image of a dataset, children and adults.
 *
 * @throws ModelFolderError or DatasetError.
 */
export async function predictDataset(
  { modelDir, datasetDirs }: { modelDir: string; datasetDirs: readonly string[] },
  {
    signal,
    onProgress,
    ...kept
  }: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } & KeptData = {},
): Promise<Predictions> {
  const model = await readModel(modelDir);
  const { records, problems } = await readDataset(datasetDirs, { labelColumn: 'emotion' });
  await chooseEngine();
  using cache = openKeptFaces(kept);
  const loaded = await loadFaces(records, { signal, onProgress, cache });
  return {
    modelId: model.config.id,
    classes: model.config.classes,
    paths: loaded.faces.path,
    probabilities: await predictFaces(model, loaded.faces),
    problems: [...problems, ...loaded.problems].map((each) => describeProblem(each)),
  };
}
