/** Files that windows send piece by piece, in memory until they are whole: one a window. */
export class FilePieces {
  readonly #mostBytes: number;
  readonly #underWay = new WeakMap<object, { readonly id: string; readonly pieces: Uint8Array[]; bytes: number }>();

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /**
   * @param id Of the file that goes on; null for a new one, which takes the place of the window's last.
   * @returns `whole` after the last piece; `lost` for a file that is not under way for this owner.
   */
  add(
    owner: object,
    id: string | null,
    bytes: Uint8Array,
    isLast: boolean,
  ): { kind: 'more'; id: string } | { kind: 'whole'; bytes: Uint8Array } | { kind: 'lost' } | { kind: 'too-large' } {
    const found = id === null ? { id: crypto.randomUUID(), pieces: [], bytes: 0 } : this.#underWay.get(owner);
    if (!found || (id !== null && found.id !== id)) return { kind: 'lost' };
    this.#underWay.delete(owner);
    found.pieces.push(bytes);
    found.bytes += bytes.length;
    if (found.bytes > this.#mostBytes) return { kind: 'too-large' };
    if (isLast) return { kind: 'whole', bytes: Buffer.concat(found.pieces) };
    this.#underWay.set(owner, found);
    return { kind: 'more', id: found.id };
  }
}
