/**
 * Where faces that were found once are kept, so that they need not be searched again.
 *
 * What is kept is sealed under the image's own content (sealed-face.node.ts): the cache alone shows nothing, and who has
 * deleted an image has deleted its face as well.
 */
export interface FaceCache {
  /** @returns What was put under this name, or null. */
  get(name: Uint8Array): Uint8Array | null;
  /** Replaces what is there under this name. */
  put(name: Uint8Array, sealed: Uint8Array): void;
}
