import { useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../../../client/client.ts';
import { askWhoIsThere } from '../../../../client/query-client.ts';
import { createFaceCache, type FaceCache } from './face-cache.ts';

/** The faces of a list of images, and why some could not be read. */
export function useFaceCache(asked: Uint32Array): { cache: FaceCache; error: Error | null } {
  // A list that was asked for again and came back as it was keeps its faces: labels and readings change it, not its images.
  const kept = useRef(asked);
  if (kept.current !== asked && !isSame(kept.current, asked)) kept.current = asked;
  const keys = kept.current;
  const [error, setError] = useState<Error | null>(null);
  const cache = useMemo(
    () =>
      createFaceCache(
        keys,
        async (wanted) => {
          const faces = await call('wall.faces', { keys: wanted });
          setError(null);
          return faces;
        },
        (failed) => {
          setError(failed as Error);
          askWhoIsThere(failed);
        },
      ),
    [keys],
  );
  useEffect(() => () => cache.rest(), [cache]);
  return { cache, error };
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
