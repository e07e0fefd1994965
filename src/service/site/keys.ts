import { CallError } from '../../contract/error.ts';
import { contentOf, readNewKeyFile } from '../../core/security/keys/key-file.node.ts';
import { oldSlots } from '../../core/store/keys/rekey.node.ts';
import { listUsers } from '../../core/store/people/users.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { lastRekeyedAt, makeRekeyDue, readRekeyDue } from '../runtime/keys/rekey-due.ts';
import { rekeyWhenDue } from '../runtime/keys/rekeying.ts';
import { recordAction } from '../runtime/record-action.ts';
import type { OpenSite } from '../runtime/runtime.ts';

/** The data key. */
export const keysHandlers: Handlers<'keys.progress' | 'keys.state' | 'keys.change'> = {
  'keys.progress': ({ runtime: { rekeying } }) => ({ step: rekeying && (rekeying.step() ?? 'waiting') }),

  'keys.state'({ runtime, site, db }) {
    const due = readRekeyDue(db);
    return {
      due: due && { sinceIso: due.sinceIso, why: due.why },
      lastAtIso: lastRekeyedAt(db),
      lastFailure: runtime.rekeyFailure,
      lacksRecoveryCode: site.lacksRecoveryCode,
      ...leftOut(site),
    };
  },

  'keys.change'(context, { leavesOut }) {
    const { db, runtime, site, user, now } = context;
    if (site.demo) throw new CallError('conflict', failure('keys.demo'));
    const { leftOut: names, keepsRecoveryCode } = leftOut(site);
    if (!leavesOut && names.length > 0) {
      throw new CallError('conflict', failure('keys.leaves-out', { names: names.join(', ') }));
    }
    if (!leavesOut && !keepsRecoveryCode) throw new CallError('conflict', failure('keys.leaves-out-code'));
    inTransaction(db, () => {
      makeRekeyDue(db, { sinceIso: now.toISOString(), by: user.name, why: 'asked', leavesOut });
      recordAction(context, 'keys.askChange', leavesOut ? names.join(', ') : '');
    });
    rekeyWhenDue(runtime, { isAsked: true });
    return {};
  },
};

function leftOut({ db, folder }: OpenSite) {
  const { userIds, recovery } = oldSlots(contentOf(readNewKeyFile(folder.keyFile)));
  const names = listUsers(db)
    .filter(({ id }) => userIds.includes(id))
    .map(({ name }) => name);
  return { leftOut: names, keepsRecoveryCode: !recovery };
}
