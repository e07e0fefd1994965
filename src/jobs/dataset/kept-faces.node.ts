import { faceCacheFile, type OpenFaceCache, openFaceCache } from '../../core/store/lab/face-cache.node.ts';

/** What is kept from one run to the next, and where. */
export interface KeptData {
  /** The site's folder of data, in which found faces are kept and looks at test sets are counted; null does neither. */
  readonly dataDir?: string | null;
  /** Whether found faces are kept there, and taken from there. */
  readonly cacheFaces?: boolean;
}

/** @returns Caller disposes. Null where none are kept. @throws Error if the cache cannot be used. */
export function openKeptFaces({ dataDir = null, cacheFaces = true }: KeptData): OpenFaceCache | null {
  return dataDir !== null && cacheFaces ? openFaceCache(faceCacheFile(dataDir)) : null;
}
