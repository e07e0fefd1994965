import { describeProblem, describeRemark, folderLabels, inFolder } from '../../core/dataset/dataset.ts';
import { loadCrops } from '../../core/dataset/faces/load-faces.node.ts';
import { readImages } from '../../core/dataset/read-images.node.ts';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { readModel } from '../../core/registry/model-folder.node.ts';
import { startEngine } from '../../core/training/start-engine/start-engine.node.ts';
import { type KeptData, openKeptFaces } from '../dataset/kept-faces.node.ts';
import { predictFaces } from './predict-faces.node.ts';

/** One image that was read. */
export interface PredictedImage {
  /** Its folder's name, or the whole way to it where two are called the same. */
  readonly folder: string;
  /** Relative to the folder, as it is written there. */
  readonly path: string;
  /** Null where nothing says who is shown. */
  readonly subject: string | null;
}

export interface Predictions {
  readonly modelId: string;
  readonly classes: readonly Emotion[];
  readonly images: readonly PredictedImage[];
  /** Calibrated, row-major [images, classes]. */
  readonly probabilities: Float32Array;
  /** Images that were left out, one sentence each. */
  readonly problems: readonly string[];
  /** What was read otherwise than it is described, one line each. */
  readonly remarks: readonly string[];
}

/**
 * What a model says of every image in some folders. Nobody has to know what they show, nor whom.
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
  const { images, problems, remarks } = await readImages(datasetDirs);
  await startEngine({ dataDir: kept.dataDir ?? null });
  using cache = openKeptFaces(kept);
  const loaded = await loadCrops(images, { signal, onProgress, cache });
  const labels = folderLabels([...images, ...problems]);
  return {
    modelId: model.config.id,
    classes: model.config.classes,
    images: loaded.shown.map(({ dir, path, subject }) => ({ folder: labels.get(dir)!, path, subject })),
    probabilities: await predictFaces(model, loaded.faces),
    problems: [...problems, ...loaded.problems].map((each) => describeProblem(inFolder(each, labels))),
    remarks: [...remarks, ...loaded.remarks].map((each) => describeRemark(inFolder(each, labels))),
  };
}
