import { CallError } from '../../contract/error.ts';
import { makeRecoverySlot } from '../../core/security/key-slots.node.ts';
import { makeRecoveryCode } from '../../core/security/people/make-recovery-code.node.ts';
import { ratePassword } from '../../core/security/people/rate-password.node.ts';
import { parseRecoveryCode } from '../../core/security/recovery-code.ts';
import { changeKeys } from '../../core/store/keys/change-keys.node.ts';
import { setStartPassword } from '../../core/store/people/start-passwords.node.ts';
import { findUser, setUserRole, type User } from '../../core/store/people/users.node.ts';
import { readSite } from '../../core/store/site.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { assertKeysSettled } from '../runtime/keys/assert-keys-settled.ts';
import { recordAction } from '../runtime/record-action.ts';
import { giveSlot } from '../runtime/this-computer/give-slot.ts';
import { assertGoodPassword } from './good-account.ts';
import { assertOwnPassword } from './own-password.ts';

type AccountsMethod =
  | 'site.ratePassword'
  | 'account.changePassword'
  | 'users.resetPassword'
  | 'users.setRole'
  | 'site.makeRecoveryCode'
  | 'site.confirmRecoveryCode';

/** What is done about passwords, roles and the recovery code. */
export const accountsHandlers: Handlers<AccountsMethod> = {
  'site.ratePassword': (_, { password, about }) => ratePassword(password, about),

  async 'account.changePassword'(context, { password, newPassword }) {
    const { db, user } = context;
    assertNoDemo(context);
    await assertOwnPassword(context, password, 'users.wrong-own-password');
    if (newPassword === password) throw new CallError('conflict', failure('users.same-password'));
    await assertGoodPassword(newPassword, namesOf(context, user));
    await giveSlotTo(context, { user, password: newPassword }, () => {
      setStartPassword(db, user.id, false);
      recordAction(context, 'account.changePassword', '');
    });
    context.runtime.events.emit('site.changed', {});
    return {};
  },

  async 'users.resetPassword'(context, { userId, password }) {
    const { db, runtime } = context;
    assertNoDemo(context);
    const user = existing(db, userId);
    if (user.id === context.user.id) throw new CallError('conflict', failure('users.own-password'));
    await assertGoodPassword(password, namesOf(context, user));
    await giveSlotTo(context, { user, password }, () => {
      setStartPassword(db, userId, true);
      recordAction(context, 'users.resetPassword', userId);
    });
    runtime.callers.signOutUser(userId);
    runtime.events.emit('site.changed', {});
    return {};
  },

  'users.setRole'(context, { userId, role }) {
    const { db, runtime } = context;
    const user = inTransaction(db, () => {
      const set = setUserRole(db, { userId, role });
      if (set.kind === 'not-found') throw new CallError('not-found', failure('users.not-there'));
      if (set.kind === 'last-administrator') throw new CallError('conflict', failure('users.last-administrator'));
      recordAction(context, 'users.setRole', `${userId} as ${role}`);
      return set.user;
    });
    runtime.events.emit('site.changed', {});
    return user;
  },

  async 'site.makeRecoveryCode'(context, { password }) {
    assertNoDemo(context);
    assertKeysSettled(context.site, context.now);
    await assertOwnPassword(context, password, 'users.wrong-own-password');
    const recoveryCode = makeRecoveryCode();
    context.callerState.newRecoveryCode = recoveryCode;
    return { recoveryCode };
  },

  async 'site.confirmRecoveryCode'(context, { lastGroup }) {
    const { db, site, callerState, runtime } = context;
    const code = callerState.newRecoveryCode;
    if (code === null) throw new CallError('conflict', failure('site.no-new-code'));
    const wanted = code.split('-').at(-1)!;
    if (lastGroup.toUpperCase() !== wanted) throw new CallError('invalid-input', failure('site.other-group'));
    const parsed = parseRecoveryCode(code);
    if (parsed.kind !== 'code') throw new Error('a recovery code that was just made is none');
    const { recovery } = await makeRecoverySlot(site.key, parsed.bytes);
    assertKeysSettled(site, context.now);
    changeKeys(
      { keyFile: site.folder.keyFile, db },
      (content) => ({ ...content, recovery }),
      () => recordAction(context, 'site.confirmRecoveryCode', ''),
    );
    callerState.newRecoveryCode = null;
    site.lacksRecoveryCode = false;
    runtime.events.emit('site.changed', {});
    return {};
  },
};

/** @param work What changes in the store with it. */
async function giveSlotTo(
  { db, site, runtime, user: by, now }: SignedInContext,
  { user, password }: { readonly user: User; readonly password: string },
  work: () => void,
): Promise<void> {
  await giveSlot(runtime, site, {
    userId: user.id,
    userName: user.name,
    password,
    by: by.name,
    now,
    change(content) {
      // While the slot was made, its user may have been removed.
      existing(db, user.id);
      return content;
    },
    work,
  });
}

function assertNoDemo({ site }: SignedInContext): void {
  if (site.demo) throw new CallError('conflict', failure('users.no-passwords-in-demo'));
}

function namesOf({ db }: SignedInContext, { name }: User): string[] {
  return [name, readSite(db)?.name ?? ''];
}

function existing(db: ReadableDb, userId: string): User {
  const user = findUser(db, userId);
  if (!user) throw new CallError('not-found', failure('users.not-there'));
  return user;
}
