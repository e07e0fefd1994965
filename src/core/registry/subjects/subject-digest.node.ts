import { createHash, createHmac, randomBytes } from 'node:crypto';

/**
 * The names under which a model's config remembers its subjects, so that a leak can be shown, a split made again, and a
 * child that was withdrawn found, without writing codes into a file that leaves the site.
 *
 * A plain hash hides no code that can be guessed: a ward's few thousand possible codes are tried in no time. So a digest is
 * an HMAC-SHA-256 (RFC 2104) under a key that is not in the config. Whoever has the key can try codes as before; whoever
 * has not sees only that two models have a subject in common, where both are under one key.
 */
export interface SubjectKey {
  /** As a config names it: `sha256` for none, `hmac-sha256:` and 16 digits that tell keys apart and nothing else. */
  readonly name: string;
  /** @returns 16 hexadecimal digits, enough that two subjects of any study do not meet by chance. */
  digest(subject: string): string;
  /** The digest of whom a model of an earlier version remembers by a plain one. */
  ofPlain(digest: string): string;
  /** The hash of a set of subjects, as a config holds it: a small set could be guessed as well. */
  seal(hash: string): string;
}

/** What models of an earlier version have: the beginning of SHA-256. */
export const PLAIN_DIGESTS: SubjectKey = {
  name: 'sha256',
  digest: plainDigest,
  ofPlain: (digest) => digest,
  seal: (hash) => hash,
};

/**
 * The key of the models that ship, which is no secret: rendered faces and the files of a public collection have nothing to
 * hide, and every site must be able to tell whether it tests such a model on what it was trained on.
 */
export const PUBLISHED_DIGESTS: SubjectKey = keyedBy(
  createHash('sha256').update('Faceward: subjects of the models that ship').digest('hex'),
);

/** @returns A new secret for {@link keyedBy}, hexadecimal. */
export function makeSubjectSecret(): string {
  return randomBytes(32).toString('hex');
}

/**
 * @param secret Hexadecimal. Whoever has it can try codes.
 * @throws RangeError if it is no secret of 32 bytes.
 */
export function keyedBy(secret: string): SubjectKey {
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new RangeError('a secret of 64 hexadecimal digits was expected');
  const hmac = (text: string) => createHmac('sha256', Buffer.from(secret, 'hex')).update(text, 'utf8').digest('hex');
  // Of the plain digest, so that whom an earlier model remembers can be brought under the key without knowing who it is.
  const ofPlain = (digest: string) => hmac(`subject\n${digest}`).slice(0, 16);
  return {
    name: `hmac-sha256:${hmac('name of the key').slice(0, 16)}`,
    digest: (subject) => ofPlain(plainDigest(subject)),
    ofPlain,
    seal: (hash) => hmac(`set\n${hash}`),
  };
}

/** The digests of the distinct subjects, sorted, so that their order tells nothing. */
export function subjectDigests({ digest }: SubjectKey, subjects: Iterable<string>): string[] {
  return [...new Set([...subjects].map(digest))].sort();
}

function plainDigest(subject: string): string {
  return createHash('sha256').update(subject, 'utf8').digest('hex').slice(0, 16);
}
