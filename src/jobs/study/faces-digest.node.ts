import { createHash, type Hash } from 'node:crypto';
import type { FaceSet } from '../../core/dataset/faces/face-set.ts';
import type { StudyFaces } from './study-faces.node.ts';

/** SHA-256 of every face and all that is known of it, in order, as hexadecimal. */
export function facesDigest({ train, val, test }: StudyFaces): string {
  const hash = createHash('sha256');
  for (const faces of [train, val, test]) addFaces(hash, faces);
  return hash.digest('hex');
}

function addFaces(hash: Hash, { count, crops, emotion, votes, group, subject, ageYears, path }: FaceSet): void {
  hash.update(JSON.stringify({ count, group, subject, ageYears, path }));
  for (const { buffer, byteOffset, byteLength } of [crops, emotion, votes]) {
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
}
