import { useCallback, useEffect, useState } from 'react';
import type { RunPoints } from '../../../../contract/results.ts';
import type { FromMapWorker, ToMapWorker } from './map-messages.ts';

export type LayOut =
  | { readonly kind: 'working'; readonly share: number | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'done'; readonly places: Float32Array };

/** The same map each time it is opened. */
const SEED = 1;

/** Lays points out in a worker, anew when they change. @returns How far it is, how to stop it, and how to begin again. */
export function useLayOut({ embeddings, columns }: Pick<RunPoints, 'embeddings' | 'columns'>) {
  const [state, setState] = useState<LayOut>({ kind: 'working', share: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (attempt < 0) return;
    setState({ kind: 'working', share: null });
    const worker = new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module', name: 'map' });
    worker.onmessage = ({ data }: MessageEvent<FromMapWorker>) => {
      if (data.kind === 'progress') setState({ kind: 'working', share: data.epoch / data.epochs });
      else setState({ kind: 'done', places: data.places });
    };
    worker.onerror = ({ message }) => setState({ kind: 'failed', error: new Error(message) });
    worker.postMessage({ points: embeddings, columns, seed: SEED } satisfies ToMapWorker);
    return () => worker.terminate();
  }, [embeddings, columns, attempt]);
  return {
    state,
    stop: useCallback(() => {
      // Whatever negative: the effect's cleanup ends the worker.
      setAttempt(-1);
      setState({ kind: 'stopped' });
    }, []),
    again: useCallback(() => setAttempt((before) => Math.abs(before) + 1), []),
  };
}
