import { CallError } from '../../contract/error.ts';
import type { Erasure } from '../../contract/records/erasures.ts';
import { countEntriesBy, removedUsers } from '../../core/store/erase/erase-user.node.ts';
import { erasureScope } from '../../core/store/erase/erasure-scope.node.ts';
import { findErasure, listErasures, type StoredErasure } from '../../core/store/erase/erasures.node.ts';
import { heldCode } from '../../core/store/erase/held-tables.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { eraseHeld } from '../runtime/erase/erase-held.ts';
import { previewErasure } from '../runtime/erase/erase-preview.ts';
import { eraseTarget, scopeToErase } from '../runtime/erase/erase-target.ts';
import { eraseUser, userToErase } from '../runtime/erase/erase-user.ts';
import { readWaitDays, writeWaitDays } from '../runtime/erase/erase-wait.ts';
import { holdTarget } from '../runtime/erase/hold-target.ts';
import { isOverwriteDue } from '../runtime/erase/overwrite-due.ts';
import { undoErasure, waitingErasure } from '../runtime/erase/undo-erasure.ts';
import { recordAction } from '../runtime/record-action.ts';
import { assertOwnPassword } from '../site/own-password.ts';

type ErasuresMethod =
  | 'erasures.preview'
  | 'erasures.erase'
  | 'erasures.undo'
  | 'erasures.eraseNow'
  | 'erasures.setWait'
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

  async 'erasures.erase'(context, { target, reason, atOnce, password }) {
    const { runtime, site, user } = context;
    // Before the password, so that nobody is asked for it in vain.
    scopeToErase(site, { target, reason });
    await assertOwnPassword(context, password, 'erasures.wrong-password');
    const order = { target, reason, by: user.name };
    const days = atOnce ? 0 : readWaitDays(context.db);
    return described(
      context.db,
      days === 0 ? eraseTarget(runtime, site, order) : holdTarget(runtime, site, { ...order, days }),
    );
  },

  'erasures.undo': ({ runtime, site, user }, { erasureId }) => undoErasure(runtime, site, { erasureId, by: user.name }),

  async 'erasures.eraseNow'(context, { erasureId, password }) {
    const { db, runtime, site, user } = context;
    waitingErasure(db, erasureId);
    await assertOwnPassword(context, password, 'erasures.wrong-password');
    eraseHeld(runtime, site, { erasure: waitingErasure(db, erasureId), by: user.name });
    return described(db, findErasure(db, erasureId)!);
  },

  'erasures.setWait'(context, { waitDays }) {
    inTransaction(context.db, () => {
      writeWaitDays(context.db, waitDays);
      recordAction(context, 'erasures.setWait', `${waitDays} days`);
    });
    context.runtime.events.emit('erasures.changed', {});
    return {};
  },

  'erasures.removedUsers': ({ db }) =>
    removedUsers(db).map((user) => ({ ...user, auditEntries: countEntriesBy(db, user.name) })),

  async 'erasures.eraseUser'(context, { userId, reason, password }) {
    const { runtime, site, user } = context;
    userToErase(site, { userId, reason });
    await assertOwnPassword(context, password, 'erasures.wrong-password');
    return described(context.db, eraseUser(runtime, site, { userId, reason, by: user.name }));
  },

  'erasures.list': ({ db }) => ({
    erasures: listErasures(db).map((erasure) => described(db, erasure)),
    waitDays: readWaitDays(db),
    isOverwriteDue: isOverwriteDue(db),
  }),

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

function described(db: ReadableDb, { models: _, held, receipt: __, ...erasure }: StoredErasure): Erasure {
  return { ...erasure, childCode: held && heldCode(db, erasure.id, held) };
}
