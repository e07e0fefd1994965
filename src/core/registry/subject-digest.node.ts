import { createHash } from 'node:crypto';

/**
 * The name under which a model's config remembers a subject: 64 bits of SHA-256, enough that two subjects of any
 * study do not meet by chance. It shows a leak without writing ids into a file that leaves the site; it does not hide
 * an id that can be guessed.
 *
 * @returns 16 hexadecimal digits.
 */
export function subjectDigest(subject: string): string {
  return createHash('sha256').update(subject, 'utf8').digest('hex').slice(0, 16);
}

/** The digests of the distinct subjects, sorted, so that their order tells nothing. */
export function subjectDigests(subjects: readonly string[]): string[] {
  return [...new Set(subjects.map(subjectDigest))].sort();
}
