import { CallError } from '../../contract/error.ts';
import { localDate } from '../../core/store/local-date.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { dueNow, trustClock } from '../runtime/clock/clock-guard.ts';
import { expireConsents } from '../runtime/ended-consents.ts';
import { eraseByRule } from '../runtime/erase/erase-by-rule.ts';
import { eraseDue } from '../runtime/erase/erase-held.ts';
import { recordAction } from '../runtime/record-action.ts';
import { expireVideos } from '../runtime/videos/expire-videos.ts';
import { assertOwnPassword } from './own-password.ts';

/** A clock that is in doubt: what it would do, and that it is right. */
export const clockHandlers: Handlers<'clock.doubt' | 'clock.confirm'> = {
  'clock.doubt'({ site, now }) {
    const { doubt, knownMs } = site.clock;
    if (doubt === null) return null;
    return {
      kind: doubt,
      saysIso: now.toISOString(),
      saysDate: localDate(now),
      knownIso: new Date(knownMs ?? now).toISOString(),
      due: dueNow(site, now),
    };
  },

  async 'clock.confirm'(context, { saysDate, password }) {
    const { runtime, site, db } = context;
    await assertOwnPassword(context, password, 'users.wrong-own-password');
    // It may have been set while the password was typed.
    const now = runtime.options.now();
    if (site.clock.doubt === null) return {};
    if (localDate(now) !== saysDate) {
      throw new CallError('conflict', failure('site.clock-moved', { confirmed: saysDate, found: localDate(now) }));
    }
    inTransaction(db, () => {
      recordAction(
        { ...context, now },
        'clock.confirm',
        `${saysDate}: last ${new Date(site.clock.knownMs ?? now).toISOString()}`,
      );
      trustClock(runtime, site, now);
    });
    expireConsents(runtime);
    expireVideos(runtime);
    eraseDue(runtime);
    eraseByRule(runtime);
    runtime.events.emit('site.changed', {});
    runtime.events.emit('children.changed', {});
    return {};
  },
};
