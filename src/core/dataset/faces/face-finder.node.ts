import { loadFaceNetsFromPackage } from '../../capture/nets/face-nets.node.ts';
import type { FaceNets } from '../../capture/nets/face-nets.ts';
import type { ImageRecord } from '../dataset.ts';
import { decodeImage } from './decode-image.node.ts';
import type { FaceCache } from './face-cache.ts';
import { type FoundFace, findFace } from './find-face.ts';
import { readImageBytes } from './image-bytes.node.ts';
import { faceKeys, sealFace, unsealFace } from './sealed-face.node.ts';

/** An image that has been named and not yet opened, labelled or not. */
export type Unopened = Pick<ImageRecord, 'dir' | 'path' | 'row' | 'source' | 'box'>;

/** Opens images and finds the face that each is about. A file that cannot be read is a fault, never an exception. */
export interface FaceFinder extends Disposable {
  find(image: Unopened): Promise<FoundFace>;
}

/**
 * Loads the face nets. The engine in use must be wasm: see engine/on-wasm.
 *
 * @param cache Faces found before are taken from it, and those found now are put into it.
 * @returns Caller disposes.
 */
export async function openFaceFinder(cache: FaceCache | null): Promise<FaceFinder> {
  const nets = await loadFaceNetsFromPackage();
  return {
    find: (image) => foundIn(nets, image, cache),
    [Symbol.dispose]: () => nets.dispose(),
  };
}

async function foundIn(nets: FaceNets, record: Unopened, cache: FaceCache | null): Promise<FoundFace> {
  const read = await readImageBytes(record);
  if (read.kind === 'fault') return read;
  if (record.source.kind === 'crop') return { kind: 'face', crop: read.bytes, facePx: null };
  if (!cache) return search(nets, record, read.bytes);
  const { name, key } = faceKeys(read.bytes, record);
  const sealed = cache.get(name);
  const known = sealed && unsealFace(sealed, key);
  if (known) return known;
  const found = await search(nets, record, read.bytes);
  cache.put(name, sealFace(found, key));
  return found;
}

async function search(nets: FaceNets, record: Unopened, bytes: Uint8Array): Promise<FoundFace> {
  const decoded = await decodeImage(bytes, record.source);
  if (decoded.kind === 'fault') return decoded;
  const { frame, scale, remark } = decoded;
  const found = await findFace(nets, frame, record.box, scale);
  return remark && found.kind === 'face' ? { ...found, remark } : found;
}
