/**
 * Choices of images that a screen hands to the wall and that are too long for an address. They last as long as the
 * window; an address of a choice that is gone shows nothing.
 */
const picked = new Map<string, Uint32Array<ArrayBuffer>>();

/** The last few are kept: a person goes back to one or two. */
const MOST_KEPT = 8;

/** @returns The choice's name, for the address: see wall-query.ts. */
export function pickImages(keys: ArrayLike<number>): string {
  const name = crypto.randomUUID();
  picked.set(name, Uint32Array.from(keys));
  const [oldest] = picked.keys();
  if (picked.size > MOST_KEPT && oldest !== undefined) picked.delete(oldest);
  return name;
}

export function pickedImages(name: string): Uint32Array<ArrayBuffer> {
  return picked.get(name) ?? new Uint32Array();
}
