import type { Session } from '../../../contract/sessions.ts';

/** Which sessions are offered. Days are yyyy-mm-dd on this machine's calendar; an empty one sets no bound. */
export interface Filter {
  readonly childId: string | null;
  readonly fromDay: string;
  readonly untilDay: string;
}

export const NO_FILTER: Filter = { childId: null, fromDay: '', untilDay: '' };

/** Ended sessions, each its child's, that pass the filter, newest first. */
export function shownSessions(sessions: readonly Session[], { childId, fromDay, untilDay }: Filter): Session[] {
  return sessions
    .filter(({ state, setAside }) => state !== 'running' && !setAside)
    .filter((session) => childId === null || session.childId === childId)
    .filter(({ startedAtIso }) => {
      const day = localDay(startedAtIso);
      return (fromDay === '' || day >= fromDay) && (untilDay === '' || day <= untilDay);
    })
    .toSorted((a, b) => b.startedAtIso.localeCompare(a.startedAtIso));
}

/** The children of sessions, by code. */
export function childrenOf(sessions: readonly Session[]): { value: string; label: string }[] {
  const byId = new Map(sessions.map(({ childId, childCode }) => [childId, childCode]));
  return [...byId].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}

function localDay(iso: string): string {
  const at = new Date(iso);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
