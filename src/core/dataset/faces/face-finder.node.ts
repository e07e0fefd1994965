import type { ImageRecord } from '../dataset.ts';
import type { FaceCache } from './face-cache.ts';
import type { FoundFace } from './find-face.ts';
import { readImageBytes } from './image-bytes.node.ts';
import { faceKeys, sealFace, unsealFace } from './sealed-face.node.ts';
import { type FaceSearcher, openFaceSearcher } from './searching/face-searcher.node.ts';

/** An image that has been named and not yet opened, labelled or not. */
export type Unopened = Pick<ImageRecord, 'dir' | 'path' | 'row' | 'source' | 'box'>;

/** Opens images and finds the face that each is about. A file that cannot be read is a fault, never an exception. */
export interface FaceFinder extends AsyncDisposable {
  /**
   * All of them, several under way at once.
   *
   * @param options `onFound` is called after each, in no particular order.
   * @returns In their order, whatever comes in first.
   * @throws The signal's reason when aborted.
   */
  findAll(images: readonly Unopened[], options?: FindOptions): Promise<FoundFace[]>;
}

export interface FindOptions {
  readonly onFound?: () => void;
  readonly signal?: AbortSignal | undefined;
}

export interface FinderOptions {
  /** Faces found before are taken from it, and those found now are put into it. */
  readonly cache: FaceCache | null;
  /** Images that may come, of which it depends whether threads pay. */
  readonly most: number;
  /** Images under way at once; as many as keep all threads busy. */
  readonly concurrency?: number | undefined;
}

/**
 * The engine in use must be wasm: see engine/on-wasm.
 *
 * @returns Caller disposes.
 */
export function openFaceFinder({ cache, most, concurrency }: FinderOptions): FaceFinder {
  const searcher = openFaceSearcher(most);
  return {
    async findAll(images, { onFound, signal } = {}) {
      const found = new Array<FoundFace>(images.length);
      const pending = images.entries();
      // All draw from one iterator, so each image is taken once.
      const draw = async () => {
        for (const [index, image] of pending) {
          signal?.throwIfAborted();
          found[index] = await find(searcher, image, cache);
          onFound?.();
        }
      };
      const atOnce = Math.max(1, concurrency ?? searcher.atOnce);
      const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, draw));
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      return found;
    },
    [Symbol.asyncDispose]: () => searcher[Symbol.asyncDispose](),
  };
}

async function find(searcher: FaceSearcher, image: Unopened, cache: FaceCache | null): Promise<FoundFace> {
  const read = await readImageBytes(image);
  if (read.kind === 'fault') return read;
  const { bytes } = read;
  const { source, box } = image;
  if (source.kind === 'crop') return { kind: 'face', crop: bytes, facePx: null };
  if (!cache) return searcher.search({ bytes, source, box });
  const { name, key } = faceKeys(bytes, image);
  const sealed = cache.get(name);
  const known = sealed && unsealFace(sealed, key);
  if (known) return known;
  const found = await searcher.search({ bytes, source, box });
  cache.put(name, sealFace(found, key));
  return found;
}
