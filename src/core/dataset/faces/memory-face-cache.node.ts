import type { FaceCache } from './face-cache.ts';

/** Faces for as long as one run lasts, where no folder is kept for them. */
export function memoryFaceCache(): FaceCache {
  const sealedOf = new Map<string, Uint8Array>();
  const key = (name: Uint8Array) => Buffer.from(name).toString('base64');
  return {
    get: (name) => sealedOf.get(key(name)) ?? null,
    put: (name, sealed) => sealedOf.set(key(name), sealed),
  };
}
