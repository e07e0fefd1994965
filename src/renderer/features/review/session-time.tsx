import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/sessions.ts';
import { formatClock, useFormat } from '../../ui/format.ts';

/** When the session on screen began; null for a film, which is read long after it was made. */
const BeganAt = createContext<string | null>(null);

interface SessionTimeProps {
  readonly session: Pick<Session, 'source' | 'startedAtIso'>;
  readonly children: ReactNode;
}

/** Says to all below when the session's 0 was by the clock on the wall. */
export function SessionTime({ session, children }: SessionTimeProps) {
  return <BeganAt value={wallClockBegan(session)}>{children}</BeganAt>;
}

/** The moment of the session's 0 on the wall's clock; null where the session's time is a film's. */
export function wallClockBegan({ source, startedAtIso }: SessionTimeProps['session']): string | null {
  return source === 'recording' ? null : startedAtIso;
}

/** The time of day at a place of the session on screen, "14:05:12"; null for a film. */
export function useWallClock(): (atMs: number) => string | null {
  const began = useContext(BeganAt);
  const format = useFormat();
  return (atMs) => (began === null ? null : format.timeOfDay(Date.parse(began) + atMs));
}

/** A place of the session with the time of day beside it, "2:03 (14:05:12)"; without it for a film. */
export function useSessionTime(): (atMs: number, clock?: string) => string {
  const { t } = useTranslation('review');
  const wallClock = useWallClock();
  return (atMs, clock = formatClock(atMs)) => {
    const wall = wallClock(atMs);
    return wall === null ? clock : t(($) => $.session.withTimeOfDay, { clock, wall });
  };
}
