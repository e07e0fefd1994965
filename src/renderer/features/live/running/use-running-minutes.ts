import { useCallback, useSyncExternalStore } from 'react';
import { currentSession, isUnderWay, watchCurrentSession } from '../session/current-session.ts';

const nothingToHear = () => () => {};

/** Whole minutes for which this window's session runs; null while there is none. Told at most once a minute. */
export function useRunningMinutes(): number | null {
  const { session } = useSyncExternalStore(watchCurrentSession, currentSession);
  const minutes = useCallback(() => {
    const state = session?.state.snapshot();
    if (!state?.session || !isUnderWay(state.phase)) return null;
    return Math.floor(state.elapsedSeconds / 60);
  }, [session]);
  return useSyncExternalStore(session?.state.subscribe ?? nothingToHear, minutes);
}
