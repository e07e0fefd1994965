import { CallError } from '../../contract/error.ts';
import type { Erasure } from '../../contract/records/erasures.ts';
import { countEntriesBy, removedUsers } from '../../core/store/erase/erase-user.node.ts';
import { erasureScope } from '../../core/store/erase/erasure-scope.node.ts';
import { findErasure, listErasures, type StoredErasure } from '../../core/store/erase/erasures.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { previewErasure } from '../runtime/erase/erase-preview.ts';
import { eraseTarget, scopeToErase } from '../runtime/erase/erase-target.ts';
import { eraseUser, userToErase } from '../runtime/erase/erase-user.ts';
import { isOverwriteDue } from '../runtime/erase/overwrite-due.ts';
import { recordAction } from '../runtime/record-action.ts';
import { assertOwnPassword } from '../site/own-password.ts';

type ErasuresMethod =
  | 'erasures.preview'
  | 'erasures.erase'
  | 'erasures.removedUsers'
  | 'erasures.eraseUser'
  | 'erasures.list'
  | 'erasures.receipt';

/** A child's data leave again. */
export const erasuresHandlers: Handlers<ErasuresMethod> = {
  'erasures.preview'({ db, runtime, site }, { target }) {
    const scope = erasureScope(db, target);
    if (!scope) throw new CallError('not-found', failure('erasures.not-there'));
    return previewErasure(runtime, site, scope);
  },

  async 'erasures.erase'(context, { target, reason, password }) {
    const { runtime, site, user } = context;
    // Before the password, so that nobody is asked for it in vain.
    scopeToErase(site, { target, reason });
    await assertOwnPassword(context, password, 'erasures.wrong-password');
    return described(eraseTarget(runtime, site, { target, reason, by: user.name }));
  },

  'erasures.removedUsers': ({ db }) =>
    removedUsers(db).map((user) => ({ ...user, auditEntries: countEntriesBy(db, user.name) })),

  async 'erasures.eraseUser'(context, { userId, reason, password }) {
    const { runtime, site, user } = context;
    userToErase(site, { userId, reason });
    await assertOwnPassword(context, password, 'erasures.wrong-password');
    return described(eraseUser(runtime, site, { userId, reason, by: user.name }));
  },

  'erasures.list': ({ db }) => ({ erasures: listErasures(db).map(described), isOverwriteDue: isOverwriteDue(db) }),

  'erasures.receipt'(context, { erasureId }) {
    const erasure = findErasure(context.db, erasureId);
    if (!erasure) throw new CallError('not-found', failure('erasures.no-such-erasure'));
    if (erasure.receipt === null) throw new CallError('conflict', failure('erasures.no-receipt-yet'));
    recordAction(context, 'erasures.receipt', erasureId);
    return {
      fileName: `erasure-${(erasure.endedAtIso ?? '').slice(0, 10)}-${erasureId.slice(0, 8)}.json`,
      mediaType: 'application/json',
      bytes: Buffer.from(erasure.receipt, 'utf8'),
    };
  },
};

function described({ models: _, held: __, receipt: ___, ...erasure }: StoredErasure): Erasure {
  return erasure;
}
