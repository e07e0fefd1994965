import { useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../../../client/client.ts';
import { askWhoIsThere } from '../../../../client/query-client.ts';
import { createFaceCache, type FaceCache, type FacesOfList, haveSameFaces } from './face-cache.ts';

/** The faces of a list of images, and why some could not be read. */
export function useFaceCache(asked: FacesOfList): { cache: FaceCache; error: Error | null } {
  // A list that was asked for again and has the same faces keeps them: labels and readings change it otherwise.
  const kept = useRef(asked);
  if (kept.current !== asked && !haveSameFaces(kept.current, asked)) kept.current = asked;
  const { keys } = kept.current;
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
