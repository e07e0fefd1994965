import { CallError } from '../../contract/error.ts';
import { withoutUserSlot } from '../../core/security/key-slots.node.ts';
import { changeKeys } from '../../core/store/keys/change-keys.node.ts';
import { setStartPassword } from '../../core/store/people/start-passwords.node.ts';
import { addUser, listUsers, removeUser } from '../../core/store/people/users.node.ts';
import { readSite } from '../../core/store/site.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { assertKeysSettled } from '../runtime/keys/assert-keys-settled.ts';
import { makeRekeyDue } from '../runtime/keys/rekey-due.ts';
import { rekeyWhenDue } from '../runtime/keys/rekeying.ts';
import { recordAction } from '../runtime/record-action.ts';
import { giveSlot } from '../runtime/this-computer/give-slot.ts';
import { assertGoodPassword, goodName } from './good-account.ts';

/** The site's users. */
export const usersHandlers: Handlers<'users.list' | 'users.add' | 'users.remove'> = {
  'users.list': ({ db }) => listUsers(db),

  async 'users.add'(context, { name: typed, role, password, isStartPassword }) {
    const { db, site, runtime, now } = context;
    assertKeysSettled(site, now);
    const name = goodName(
      typed,
      listUsers(db).map((each) => each.name),
    );
    const nameTaken = () => new CallError('conflict', failure('users.name-taken', { name }));
    await assertGoodPassword(password, [name, readSite(db)?.name ?? '']);
    const userId = crypto.randomUUID();
    const user = await giveSlot(runtime, site, {
      userId,
      userName: name,
      password,
      by: context.user.name,
      now,
      work() {
        // Two calls for one name may both have come here.
        const added = addUser(db, { id: userId, name, role });
        if (added.kind === 'name-taken') throw nameTaken();
        if (isStartPassword) setStartPassword(db, userId, true);
        recordAction(context, 'users.add', `${userId} as ${role}`);
        return added.user;
      },
    });
    runtime.events.emit('site.changed', {});
    return user;
  },

  'users.remove'(context, { userId }) {
    const { db, site, runtime, now } = context;
    changeKeys(
      { keyFile: site.folder.keyFile, db },
      (content) => withoutUserSlot(content, userId),
      () => {
        const removed = removeUser(db, { userId, now });
        if (removed.kind === 'not-found') throw new CallError('not-found', failure('users.not-there'));
        if (removed.kind === 'last-administrator') {
          throw new CallError('conflict', failure('users.last-administrator'));
        }
        recordAction(context, 'users.remove', userId);
        // Whoever kept a copy of the key file has the data key of now.
        const sinceIso = now.toISOString();
        if (!site.demo) makeRekeyDue(db, { sinceIso, by: context.user.name, why: 'user-removed', leavesOut: false });
      },
    );
    runtime.callers.signOutUser(userId);
    rekeyWhenDue(runtime);
    runtime.events.emit('site.changed', {});
    return {};
  },
};
