import type { FaceNets } from '../../../capture/nets/face-nets.ts';
import type { ImageRecord } from '../../dataset.ts';
import { decodeImage } from '../decode-image.node.ts';
import { type FoundFace, findFace } from '../find-face.ts';

/** An image that was opened: plain data, which another thread can be given. */
export interface OpenedBytes extends Pick<ImageRecord, 'source' | 'box'> {
  readonly bytes: Uint8Array;
}

/** Decodes an image and cuts the face out that it is about. What cannot be decoded is a fault, never an exception. */
export async function searchImage(nets: FaceNets, { bytes, source, box }: OpenedBytes): Promise<FoundFace> {
  const decoded = await decodeImage(bytes, source);
  if (decoded.kind === 'fault') return decoded;
  const { frame, scale, remark } = decoded;
  const found = await findFace(nets, frame, box, scale);
  return remark && found.kind === 'face' ? { ...found, remark } : found;
}
