import { createHash, type Hash } from 'node:crypto';

/** A window has one computed at a time; what more there is was left behind: the oldest makes room. */
const MOST_DIGESTS = 8;

/** Digests of files that windows send piece by piece. Nothing of a piece is kept. */
export class FilmDigests {
  readonly #underWay = new Map<string, { readonly hash: Hash; readonly owner: object }>();

  /**
   * @param id Of the digest that goes on; null for a new one.
   * @returns Null of one that is not under way for this owner.
   */
  add(
    owner: object,
    id: string | null,
    bytes: Uint8Array,
    isLast: boolean,
  ): { digest: string; sha256: string | null } | null {
    const found = id === null ? { hash: createHash('sha256'), owner } : this.#underWay.get(id);
    if (found?.owner !== owner) return null;
    const digest = id ?? crypto.randomUUID();
    found.hash.update(bytes);
    this.#underWay.delete(digest);
    if (isLast) return { digest, sha256: found.hash.digest('hex') };
    this.#underWay.set(digest, found);
    for (const oldest of [...this.#underWay.keys()].slice(0, -MOST_DIGESTS)) this.#underWay.delete(oldest);
    return { digest, sha256: null };
  }
}
