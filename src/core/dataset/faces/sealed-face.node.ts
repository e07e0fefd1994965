import { createHash } from 'node:crypto';
import manifest from '../../../../package.json' with { type: 'json' };
import { derivedKey, SEAL_BYTES, SEAL_KEY_BYTES, sealBytes, unsealBytes } from '../../security/seal-bytes.node.ts';
import type { Failure } from '../../words/failure.ts';
import type { ImageRecord } from '../dataset.ts';
import { CROP_PX } from './face-set.ts';
import type { FoundFace } from './find-face.ts';

/** Raise it when another crop or fault comes out of the same image: when detection, alignment or cropping change. */
const CROP_PROGRAM = 4;
/** What else decides the crop. */
const LIBRARIES = (['@vladmandic/face-api', '@tensorflow/tfjs-core', 'sharp', 'libheif-js', 'bmp-ts'] as const).map(
  (name) => `${name} ${manifest.dependencies[name]}`,
);
const CROP_BYTES = CROP_PX * CROP_PX;
/** The crop, then the face's size as a float64; NaN where it is not known. */
const FACE_BYTES = CROP_BYTES + Float64Array.BYTES_PER_ELEMENT;
const FACE = 1;
const FAULT = 0;

/** Both follow from the image's content; neither tells anything of it. */
export interface FaceKeys {
  /** Under which the face is kept, 32 bytes. */
  readonly name: Uint8Array;
  /** By which it is sealed, 32 bytes. */
  readonly key: Uint8Array;
}

/**
 * Name and key of the face that is found in an image. They are others for another image, another box, another way to
 * read the bytes, and another version of what finds the face.
 *
 * They are derived from the SHA-256 of the image's bytes.
 *
 * @param bytes What is stored of the image.
 */
export function faceKeys(bytes: Uint8Array, { source, box }: Pick<ImageRecord, 'source' | 'box'>): FaceKeys {
  const read = source.kind === 'file' ? [source.kind] : [source.kind, source.widthPx, source.heightPx];
  const where = box && [box.xPx, box.yPx, box.widthPx, box.heightPx];
  const purpose = JSON.stringify(['faceward crop', CROP_PROGRAM, LIBRARIES, read, where]);
  const derived = derivedKey(createHash('sha256').update(bytes).digest(), purpose, 2 * SEAL_KEY_BYTES);
  return { name: derived.subarray(0, SEAL_KEY_BYTES), key: derived.subarray(SEAL_KEY_BYTES) };
}

/** What was found, faults too, sealed. */
export function sealFace(found: FoundFace, key: Uint8Array): Uint8Array {
  const told = (failure: Failure | undefined) => Buffer.from(failure ? JSON.stringify(failure) : '');
  const sized = (facePx: number | null) => Buffer.from(Float64Array.of(facePx ?? Number.NaN).buffer);
  const content =
    found.kind === 'face' ? Buffer.concat([found.crop, sized(found.facePx), told(found.remark)]) : told(found.why);
  return sealBytes(Buffer.concat([Uint8Array.of(found.kind === 'face' ? FACE : FAULT), content]), key);
}

/** @returns Null when it was not sealed under this key, or is damaged. */
export function unsealFace(sealed: Uint8Array, key: Uint8Array): FoundFace | null {
  if (sealed.length <= SEAL_BYTES) return null;
  let opened: Buffer;
  try {
    opened = unsealBytes(sealed, key);
  } catch {
    // The tag does not fit: the face is searched again, and what is found replaces this.
    return null;
  }
  const content = opened.subarray(1);
  if (opened[0] === FAULT) return { kind: 'fault', why: JSON.parse(content.toString()) };
  if (content.length < FACE_BYTES) return null;
  const crop = new Uint8Array(content.subarray(0, CROP_BYTES));
  const [sidePx = Number.NaN] = new Float64Array(new Uint8Array(content.subarray(CROP_BYTES, FACE_BYTES)).buffer);
  const face = { kind: 'face', crop, facePx: Number.isNaN(sidePx) ? null : sidePx } as const;
  return content.length === FACE_BYTES
    ? face
    : { ...face, remark: JSON.parse(content.subarray(FACE_BYTES).toString()) };
}
