import { EMOTIONS } from '../../emotion/emotion.ts';
import { onWasm } from '../../engine/on-wasm.node.ts';
import type { DatasetProblem, DatasetRemark, ImageRecord } from '../dataset.ts';
import type { FaceCache } from './face-cache.ts';
import { openFaceFinder, type Unopened } from './face-finder.node.ts';
import { CROP_PX, type FaceCrops, type FaceSet, votesForLabels } from './face-set.ts';
import type { FoundFace } from './find-face.ts';

export interface LoadOptions {
  /** Called at the beginning with 0, then after each image, in no particular order of images. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Images under way at once; as many as keep all threads busy. */
  readonly concurrency?: number;
  /** Faces found before are taken from it, and those found now are put into it. */
  readonly cache?: FaceCache | null;
}

export interface LoadedFaces {
  /** In the order of the records, without those that are problems. */
  readonly faces: FaceSet;
  readonly problems: readonly DatasetProblem[];
  readonly remarks: readonly DatasetRemark[];
}

export interface LoadedCrops<Image> {
  /** Those in which a face was found, in their order. */
  readonly shown: readonly Image[];
  /** One for each of them. */
  readonly faces: FaceCrops;
  readonly problems: readonly DatasetProblem[];
  readonly remarks: readonly DatasetRemark[];
}

/**
 * Opens the images and cuts their faces out. One bad file never stops the others: it becomes a problem.
 *
 * An engine must have been started; the result depends neither on threads and `concurrency` nor on the cache. No more images are
 * in memory than are under way.
 *
 * @throws The signal's reason when aborted.
 */
export async function loadFaces(records: readonly ImageRecord[], options: LoadOptions = {}): Promise<LoadedFaces> {
  const { shown, faces: crops, problems, remarks } = await loadCrops(records, options);
  const emotion = Int8Array.from(shown, (each) => EMOTIONS.indexOf(each.emotion));
  const votes = votesForLabels(emotion);
  for (const [row, each] of shown.entries()) if (each.votes) votes.set(each.votes, row * EMOTIONS.length);
  const faces: FaceSet = {
    ...crops,
    emotion,
    votes,
    group: shown.map(({ group }) => group),
    subject: shown.map(({ subject }) => subject),
    ageYears: shown.map(({ ageYears }) => ageYears),
    path: shown.map(({ path }) => path),
  };
  return { faces, problems, remarks };
}

/** The same for images that need not be labelled. */
export function loadCrops<Image extends Unopened>(
  images: readonly Image[],
  options: LoadOptions = {},
): Promise<LoadedCrops<Image>> {
  return onWasm(() => findFaces(images, options));
}

async function findFaces<Image extends Unopened>(
  images: readonly Image[],
  { onProgress, signal, concurrency, cache = null }: LoadOptions,
): Promise<LoadedCrops<Image>> {
  await using finder = openFaceFinder({ cache, most: images.length, concurrency });
  onProgress?.(0, images.length);
  let done = 0;
  const found = await finder.findAll(images, {
    signal,
    onFound: () => {
      done += 1;
      onProgress?.(done, images.length);
    },
  });
  return collect(images, found);
}

function collect<Image extends Unopened>(images: readonly Image[], found: readonly FoundFace[]): LoadedCrops<Image> {
  const problems: DatasetProblem[] = [];
  const remarks: DatasetRemark[] = [];
  const shown: Image[] = [];
  const cut: Uint8Array[] = [];
  for (const [index, image] of images.entries()) {
    const face = found[index]!;
    if (face.kind === 'face') {
      shown.push(image);
      if (face.remark) remarks.push({ dir: image.dir, path: image.path, how: [face.remark] });
      cut.push(face.crop);
    } else {
      const { dir, row, path } = image;
      problems.push({ dir, row, path, why: face.why });
    }
  }
  const crops = new Uint8Array(shown.length * CROP_PX * CROP_PX);
  for (const [index, crop] of cut.entries()) crops.set(crop, index * CROP_PX * CROP_PX);
  return { shown, faces: { count: shown.length, cropPx: CROP_PX, crops }, problems, remarks };
}
