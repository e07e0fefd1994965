import { CallError } from '../../contract/error.ts';
import { removeKeySlot, setKeySlot } from '../../core/security/key-slots.node.ts';
import { setStartPassword } from '../../core/store/people/start-passwords.node.ts';
import { addUser, listUsers, removeUser } from '../../core/store/people/users.node.ts';
import { readSite } from '../../core/store/site.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { assertGoodPassword, goodName } from './good-account.ts';

/** The site's users. */
export const usersHandlers: Handlers<'users.list' | 'users.add' | 'users.remove'> = {
  'users.list': ({ db }) => listUsers(db),

  async 'users.add'(context, { name: typed, role, password, isStartPassword }) {
    const { db, site, runtime, now } = context;
    const name = goodName(
      typed,
      listUsers(db).map((each) => each.name),
    );
    await assertGoodPassword(password, [name, readSite(db)?.name ?? '']);
    // The name is taken first: two calls for one name must not both write its key slot.
    const added = addUser(db, { name, role });
    if (added.kind === 'name-taken') throw new CallError('conflict', failure('users.name-taken', { name }));
    try {
      await setKeySlot(site.folder.keyFile, site.key, { userName: name, password });
    } catch (error) {
      removeUser(db, { userId: added.user.id, now });
      throw error;
    }
    inTransaction(db, () => {
      if (isStartPassword) setStartPassword(db, added.user.id, true);
      recordAction(context, 'users.add', `${added.user.id} as ${role}`);
    });
    runtime.events.emit('site.changed', {});
    return added.user;
  },

  'users.remove'(context, { userId }) {
    const { db, site, runtime, now } = context;
    inTransaction(db, () => {
      const removed = removeUser(db, { userId, now });
      if (removed.kind === 'not-found') throw new CallError('not-found', failure('users.not-there'));
      if (removed.kind === 'last-administrator') {
        throw new CallError('conflict', failure('users.last-administrator'));
      }
      recordAction(context, 'users.remove', userId);
      removeKeySlot(site.folder.keyFile, removed.user.name);
    });
    runtime.callers.signOutUser(userId);
    runtime.events.emit('site.changed', {});
    return {};
  },
};
