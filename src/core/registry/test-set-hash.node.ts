import { createHash } from 'node:crypto';
import { subjectDigests } from './subject-digest.node.ts';

/** The lock of a test set: SHA-256, in hexadecimal, of who is in it. Images and their order do not matter. */
export function testSetHash(subjects: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(subjectDigests(subjects)))
    .digest('hex');
}
