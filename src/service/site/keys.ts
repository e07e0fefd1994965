import { CallError } from '../../contract/error.ts';
import { contentOf, readNewKeyFile } from '../../core/security/keys/key-file.node.ts';
import { readForeignKeys, settleForeignKeys } from '../../core/store/keys/foreign-keys.node.ts';
import { oldSlots } from '../../core/store/keys/rekey.node.ts';
import { listUsers } from '../../core/store/people/users.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { assertKeysSettled } from '../runtime/keys/assert-keys-settled.ts';
import { lastRekeyedAt, makeRekeyDue, readRekeyDue } from '../runtime/keys/rekey-due.ts';
import { rekeyWhenDue } from '../runtime/keys/rekeying.ts';
import { recordAction } from '../runtime/record-action.ts';
import type { OpenSite } from '../runtime/runtime.ts';
import { assertOwnPassword } from './own-password.ts';
import { thisComputerState } from './this-computer.ts';

/** The data key. */
export const keysHandlers: Handlers<'keys.progress' | 'keys.state' | 'keys.change' | 'keys.settle'> = {
  'keys.progress': ({ runtime: { rekeying } }) => ({ step: rekeying && (rekeying.step() ?? 'waiting') }),

  async 'keys.state'({ runtime, site, db }) {
    const due = readRekeyDue(db);
    return {
      due: due && { sinceIso: due.sinceIso, why: due.why },
      lastAtIso: lastRekeyedAt(db),
      lastFailure: runtime.rekeyFailure,
      lacksRecoveryCode: site.lacksRecoveryCode,
      ...leftOut(site),
      foreign: foreignOf(db),
      thisComputer: await thisComputerState(runtime, site),
    };
  },

  'keys.change'(context, { leavesOut }) {
    const { db, runtime, site, user, now } = context;
    if (site.demo) throw new CallError('conflict', failure('keys.demo'));
    assertKeysSettled(site, now);
    const { leftOut: people, keepsRecoveryCode } = leftOut(site);
    const names = people.map(({ name }) => name);
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

  async 'keys.settle'(context, { fingerprint, password }) {
    const { db, runtime } = context;
    await assertOwnPassword(context, password, 'users.wrong-own-password');
    inTransaction(db, () => {
      const foreign = readForeignKeys(db);
      // What was looked at counts, and not what came since.
      if (foreign?.fingerprint !== fingerprint) throw new CallError('conflict', failure('keys.other-file'));
      settleForeignKeys(db);
      recordAction(context, 'keys.settle', fingerprint);
    });
    runtime.events.emit('site.changed', {});
    return {};
  },
};

function foreignOf(db: ReadableDb) {
  const foreign = readForeignKeys(db);
  if (!foreign) return null;
  const { sinceIso, fingerprint, differs } = foreign;
  const users = listUsers(db);
  return {
    sinceIso,
    fingerprint,
    differs: differs && {
      names: users.filter(({ id }) => differs.userIds.includes(id)).map(({ name }) => name),
      recovery: differs.recovery,
    },
  };
}

function leftOut({ db, folder, demo }: OpenSite) {
  const content = contentOf(readNewKeyFile(folder.keyFile));
  const { userIds, recovery } = oldSlots(content);
  const users = listUsers(db).map(({ id, name }) => ({ id, name }));
  const holders = content.users.map(({ userId }) => userId);
  return {
    leftOut: users.filter(({ id }) => userIds.includes(id)),
    withoutKey: demo ? [] : users.filter(({ id }) => !holders.includes(id)),
    keepsRecoveryCode: !recovery,
  };
}
