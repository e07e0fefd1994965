import { CallError } from '../../contract/error.ts';
import { WARD } from '../../contract/role.ts';
import { unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { permission } from '../../core/security/roles.ts';
import { findUserByName, type User } from '../../core/store/people/users.node.ts';
import { findSession } from '../../core/store/sessions/sessions.node.ts';
import { addTurn } from '../../core/store/sessions/turns.node.ts';
import { readSetting, writeSetting } from '../../core/store/settings.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { assertMayTry } from './may-try.ts';
import { wrongPassword } from './wrong-password.ts';

type LockMethod = 'site.lock' | 'site.unlock' | 'site.lockAfter' | 'site.setLockAfter';

const SETTING = 'lock-after-minutes';

/** A room that everybody has left: a session goes on under the cover. Where procedures last longer, the site says more. */
const LOCK_AFTER_MINUTES = 5;

/** The screen of a window that is covered while whoever uses it is away. */
export const lockHandlers: Handlers<LockMethod> = {
  'site.lock'(context) {
    const { runtime, callerState } = context;
    if (callerState.isLocked) return {};
    runtime.reserve.use(() => recordAction(context, 'site.lock', ''));
    runtime.callers.lock(callerState);
    runtime.events.emit('site.changed', {});
    return {};
  },

  async 'site.unlock'(context, { userName, password }) {
    const { db, runtime, callerState, user: before } = context;
    if (!context.site.demo) {
      const seat = { window: callerState.id };
      assertMayTry(context, seat, userName);
      const { home, thisComputer } = runtime;
      const unlocked = await unlockWithPassword(home.keyFile, { userName, password }, thisComputer.find);
      if (unlocked.kind === 'refused') throw await wrongPassword(runtime);
      unlocked.key.fill(0);
      runtime.delay.succeeded(seat, userName);
    }
    // While the password was looked at, whoever locked it may have been removed.
    if (callerState.userId !== before.id) throw new CallError('not-signed-in', failure('call.not-signed-in'));
    const user = findUserByName(db, userName);
    if (!user) throw await wrongPassword(runtime);
    const isAnother = user.id !== before.id;
    const sessionIds = isAnother ? runtime.runningSessions.ofCaller(callerState) : [];
    if (sessionIds.length > 0 && permission(WARD, user.role).kind !== 'allowed') {
      throw new CallError('forbidden', failure('site.unlock-needs-ward'));
    }
    runtime.reserve.use(() =>
      inTransaction(db, () => {
        recordAction({ ...context, user }, 'site.unlock', isAnother ? `instead of ${before.name}` : '');
        for (const sessionId of sessionIds) takeOver(context, user, sessionId);
      }),
    );
    runtime.callers.signIn(callerState, user.id);
    for (const sessionId of sessionIds) runtime.runningSessions.inHandsOf(sessionId, user);
    runtime.events.emit('site.changed', {});
    for (const sessionId of sessionIds) runtime.events.emit('sessions.changed', { sessionId });
    return { user, isAnother, tookOver: sessionIds.length };
  },

  'site.lockAfter'({ db }) {
    const stored = readSetting(db, SETTING) as { minutes: number | null } | null;
    return { lockAfterMinutes: stored ? stored.minutes : LOCK_AFTER_MINUTES };
  },

  'site.setLockAfter'(context, { lockAfterMinutes }) {
    inTransaction(context.db, () => {
      writeSetting(context.db, SETTING, { minutes: lockAfterMinutes });
      recordAction(context, 'site.setLockAfter', lockAfterMinutes === null ? 'never' : `${lockAfterMinutes} min`);
    });
    context.runtime.events.emit('site.changed', {});
    return {};
  },
};

function takeOver({ db, now, runtime, user: before }: SignedInContext, user: User, sessionId: string): void {
  const by = runtime.runningSessions.find(sessionId);
  const session = findSession(db, sessionId);
  if (!by || !session) return;
  recordAction({ db, now, user }, 'sessions.takeOver', `${sessionId} from ${before.name}`);
  const atMs = session.durationMs + Math.max(0, runtime.uptimeMs() - by.heardAtMs);
  addTurn(db, { sessionId, atMs, kind: 'taken-over', by: user.id });
}
