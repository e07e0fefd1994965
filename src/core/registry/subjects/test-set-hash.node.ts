import { createHash } from 'node:crypto';
import { PLAIN_DIGESTS, subjectDigests } from './subject-digest.node.ts';

/**
 * The lock of a test set: SHA-256, in hexadecimal, of who is in it. Images and their order do not matter. A config has it
 * sealed under its key: subject-digest.node.ts.
 */
export function testSetHash(subjects: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(subjectDigests(PLAIN_DIGESTS, subjects)))
    .digest('hex');
}
