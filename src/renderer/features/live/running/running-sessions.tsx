import { useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import type { Role } from '../../../../contract/role.ts';
import { mayCall } from '../../../client/may-call.ts';
import { useCall } from '../../../client/use-call.ts';
import { currentSession, isUnderWay, watchCurrentSession } from '../session/current-session.ts';
import type { LiveSession } from '../session/live-session.ts';
import { HeldSession } from './held-session.tsx';
import { JustStopped } from './just-stopped.tsx';
import { LostSession } from './lost-session.tsx';
import { RunningBar } from './running-bar.tsx';

/** What runs, on every page: this window's session, and those whose window is gone or another one. */
export function RunningSessions({ role }: { readonly role: Role }) {
  const { session } = useSyncExternalStore(watchCurrentSession, currentSession);
  const mayRun = mayCall(role, 'sessions.goOn');
  const running = useCall('sessions.running', {}, { enabled: mayRun });
  // Its number comes from the service, after the window has begun it.
  const subscribe = session?.state.subscribe ?? nothingChanges;
  const ownId = useSyncExternalStore(subscribe, () => session?.state.snapshot().session?.id);
  const isBusy = useSyncExternalStore(subscribe, () => !!session && isUnderWay(session.state.snapshot().phase));
  return (
    <>
      {session && <OwnSession session={session} mayRun={mayRun} />}
      {mayRun &&
        running.data
          ?.filter((each) => each.session.id !== ownId)
          .map((each) => <LostSession key={each.session.id} running={each} isBusy={isBusy} />)}
      {mayRun && !isBusy && <JustStopped />}
    </>
  );
}

const nothingChanges = () => () => {};

/** The live page shows the session itself. */
function OwnSession({ session, mayRun }: { readonly session: LiveSession; readonly mayRun: boolean }) {
  const { pathname } = useLocation();
  const state = useSyncExternalStore(session.state.subscribe, session.state.snapshot);
  if (state.isHeld && isUnderWay(state.phase)) return <HeldSession session={session} mayRun={mayRun} />;
  if (pathname.startsWith('/live') || !isUnderWay(state.phase)) return null;
  return <RunningBar session={session} state={state} />;
}
