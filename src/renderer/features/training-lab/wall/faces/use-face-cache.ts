import { useEffect, useMemo, useState } from 'react';
import { call } from '../../../../client/client.ts';
import { askWhoIsThere } from '../../../../client/query-client.ts';
import { createFaceCache, type FaceCache } from './face-cache.ts';

/** The faces of a list of images, and why some could not be read. */
export function useFaceCache(keys: Uint32Array): { cache: FaceCache; error: Error | null } {
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
