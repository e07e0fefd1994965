import { cropQuality, QUALITY_LIMITS } from '../../core/capture/quality/quality.ts';
import { openFaceFinder } from '../../core/dataset/faces/face-finder.node.ts';
import { CROP_PX } from '../../core/dataset/faces/face-set.ts';
import type { FoundFace } from '../../core/dataset/faces/find-face.ts';
import { showsNobody } from '../../core/dataset/faces/shows-nobody.ts';
import { type ListedImage, listImages } from '../../core/dataset/list-images.node.ts';
import type { DatasetStatement } from '../../core/dataset/said/statement.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { startWasm } from '../../core/engine/wasm.node.ts';
import { type ModelFolder, readModel } from '../../core/registry/model-folder.node.ts';
import { ModelFolderError } from '../../core/registry/model-folder-error.ts';
import type { Failure } from '../../core/words/failure.ts';
import { type KeptData, openKeptFaces } from '../dataset/kept-faces.node.ts';
import { readingsOf } from './read-faces.node.ts';

/** A dataset whose images are to be opened, as plain data. */
export interface IndexJob extends Pick<KeptData, 'dataDir'> {
  readonly dir: string;
  /** What somebody said of its images. */
  readonly statement?: DatasetStatement | null;
  /** Whether its images were named before: they are not told again then. */
  readonly isListed: boolean;
  /** Paths of images that are not opened. */
  readonly donePaths: readonly string[];
  /** The model that reads the faces; null for none. */
  readonly model: { readonly dir: string; readonly digest: string | null } | null;
}

/** What a folder says of an image; see ListedImage. */
export type NamedImage = Pick<
  ListedImage,
  'path' | 'subject' | 'group' | 'ageYears' | 'emotion' | 'votes' | 'split' | 'fault'
>;

export type OpenedImage =
  | {
      readonly kind: 'face';
      readonly path: string;
      /** Grey, [60, 60]. */
      readonly crop: Uint8Array;
      readonly facePx: number | null;
      /** 0 to 1: at 0.5 it is as sharp as a live session asks for. */
      readonly sharpness: number;
      /** 0 to 1. */
      readonly brightness: number;
      /** In the order of EMOTIONS, 0 for those that the model does not tell; null without a model. */
      readonly probabilities: Float32Array | null;
    }
  | { readonly kind: 'no-face' | 'broken'; readonly path: string; readonly why: Failure };

export type IndexTold =
  /** Some more images of the folder; `last` with the last of them. */
  | { readonly kind: 'named'; readonly images: readonly NamedImage[]; readonly last: boolean }
  | { readonly kind: 'opened'; readonly images: readonly OpenedImage[]; readonly modelDigest: string | null };

const NAMED_AT_ONCE = 2_000;
/** What is lost when the process is killed: about a second of work. */
const OPENED_AT_ONCE = 32;

/**
 * Names the images of a dataset, opens those that were not opened before, and tells their faces, cut out alike, with what
 * the model in use says of them. One bad file never stops the others.
 *
 * @throws DatasetError if the folder cannot be read.
 */
export async function* indexImages(
  { dir, statement, isListed, donePaths, model, ...kept }: IndexJob,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<IndexTold, null> {
  const listed = await listImages(dir, statement);
  if (!isListed) {
    for (let from = 0; from === 0 || from < listed.length; from += NAMED_AT_ONCE) {
      signal.throwIfAborted();
      const images = listed.slice(from, from + NAMED_AT_ONCE).map(named);
      yield { kind: 'named', images, last: from + NAMED_AT_ONCE >= listed.length };
    }
  }
  const done = new Set(donePaths);
  const left = listed.filter(({ path, fault }) => fault === null && !done.has(path));
  if (left.length === 0) return null;
  await startWasm();
  using cache = openKeptFaces(kept);
  await using finder = openFaceFinder({ cache, most: left.length });
  const reader = model && (await readableModel(model));
  for (let from = 0; from < left.length; from += OPENED_AT_ONCE) {
    const images = left.slice(from, from + OPENED_AT_ONCE);
    const found = await finder.findAll(images, { signal });
    const read = reader && (await readingsByPlace(reader, found));
    const opened = images.map(({ path }, index) => openedImage(path, found[index]!, read?.get(index) ?? null));
    yield { kind: 'opened', images: opened, modelDigest: reader?.digest ?? null };
  }
  return null;
}

/** Null for a model that is damaged, which is told where models are: the faces are found all the same. */
async function readableModel({ dir, digest }: NonNullable<IndexJob['model']>): Promise<ModelFolder | null> {
  try {
    return await readModel(dir, digest);
  } catch (error) {
    if (error instanceof ModelFolderError) return null;
    throw error;
  }
}

function named({ path, subject, group, ageYears, emotion, votes, split, fault }: ListedImage): NamedImage {
  return { path, subject, group, ageYears, emotion, votes, split, fault };
}

/** What the model says of the faces among them, by their place. */
async function readingsByPlace(model: ModelFolder, found: readonly FoundFace[]): Promise<Map<number, Float32Array>> {
  const places = [...found.keys()].filter((index) => found[index]!.kind === 'face');
  if (places.length === 0) return new Map();
  const crops = new Uint8Array(places.length * CROP_PX * CROP_PX);
  for (const [row, index] of places.entries()) {
    const face = found[index]!;
    if (face.kind === 'face') crops.set(face.crop, row * CROP_PX * CROP_PX);
  }
  const read = await readingsOf(model, crops, places.length);
  const k = EMOTIONS.length;
  return new Map(places.map((index, row) => [index, read.slice(row * k, (row + 1) * k)]));
}

function openedImage(path: string, found: FoundFace, probabilities: Float32Array | null): OpenedImage {
  if (found.kind === 'fault') {
    const kind = showsNobody(found.why) ? 'no-face' : 'broken';
    return { kind, path, why: found.why };
  }
  const { sharpness, brightness } = cropQuality(found.crop);
  return {
    kind: 'face',
    path,
    crop: found.crop,
    facePx: found.facePx,
    sharpness: sharpness / (sharpness + QUALITY_LIMITS.leastSharpness),
    brightness,
    probabilities,
  };
}
