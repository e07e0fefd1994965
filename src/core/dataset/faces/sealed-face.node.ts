import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import manifest from '../../../../package.json' with { type: 'json' };
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
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
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
 * Source: HKDF, RFC 5869, over the SHA-256 of the image's bytes.
 *
 * @param bytes What is stored of the image.
 */
export function faceKeys(bytes: Uint8Array, { source, box }: Pick<ImageRecord, 'source' | 'box'>): FaceKeys {
  const read = source.kind === 'file' ? [source.kind] : [source.kind, source.widthPx, source.heightPx];
  const where = box && [box.xPx, box.yPx, box.widthPx, box.heightPx];
  const purpose = JSON.stringify(['faceward crop', CROP_PROGRAM, LIBRARIES, read, where]);
  const derived = hkdfSync('sha256', createHash('sha256').update(bytes).digest(), '', purpose, 2 * KEY_BYTES);
  return { name: new Uint8Array(derived, 0, KEY_BYTES), key: new Uint8Array(derived, KEY_BYTES) };
}

/** What was found, faults too, encrypted and authenticated (AES-256-GCM). */
export function sealFace(found: FoundFace, key: Uint8Array): Uint8Array {
  const told = (failure: Failure | undefined) => Buffer.from(failure ? JSON.stringify(failure) : '');
  const sized = (facePx: number | null) => Buffer.from(Float64Array.of(facePx ?? Number.NaN).buffer);
  const content =
    found.kind === 'face' ? Buffer.concat([found.crop, sized(found.facePx), told(found.remark)]) : told(found.why);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const sealed = [cipher.update(Uint8Array.of(found.kind === 'face' ? FACE : FAULT)), cipher.update(content)];
  return Buffer.concat([iv, ...sealed, cipher.final(), cipher.getAuthTag()]);
}

/** @returns Null when it was not sealed under this key, or is damaged. */
export function unsealFace(sealed: Uint8Array, key: Uint8Array): FoundFace | null {
  if (sealed.length <= IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  let opened: Buffer;
  try {
    opened = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
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
