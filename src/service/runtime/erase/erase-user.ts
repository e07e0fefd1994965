import { randomUUID } from 'node:crypto';
import { CallError } from '../../../contract/error.ts';
import { appendAudit } from '../../../core/store/audit.node.ts';
import {
  countEntriesBy,
  eraseUserName,
  type RemovedUser,
  removedUsers,
} from '../../../core/store/erase/erase-user.node.ts';
import { ERASED_KINDS, type ErasedCounts } from '../../../core/store/erase/erased-kinds.ts';
import { writeReceipt } from '../../../core/store/erase/erasure-receipt.node.ts';
import { addErasure, findErasure, type StoredErasure } from '../../../core/store/erase/erasures.node.ts';
import { stillNamed } from '../../../core/store/erase/still-named.node.ts';
import { readSite } from '../../../core/store/site.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { knownBackups } from '../records/known-backups.ts';
import { ensureReportSecrets } from '../records/report-secrets.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { noteReceipt } from './noted-receipts.ts';
import { overwriteWhenQuiet } from './overwrite.ts';
import { askForOverwrite } from './overwrite-due.ts';

interface UserOrder {
  readonly userId: string;
  readonly reason: string;
  /** Name of who asks for it, as in the audit log. */
  readonly by: string;
}

/**
 * Erases the name of somebody who cannot sign in any more, with its entry in the audit log and a signed receipt.
 *
 * @throws CallError if there is no such person, or if the reason names them.
 */
export function eraseUser(runtime: Runtime, site: OpenSite, order: UserOrder): StoredErasure {
  const { db, folder } = site;
  const now = runtime.options.now();
  const { key } = ensureReportSecrets(db);
  const id = randomUUID();
  const receipt = inTransaction(db, () => {
    const user = userToErase(site, order);
    const auditEntries = countEntriesBy(db, user.name);
    const names = eraseUserName(db, user);
    askForOverwrite(db);
    appendAudit(db, { userName: order.by, action: 'erasures.user', subject: `${user.id} as ${id}`, now });
    const counts = Object.fromEntries(ERASED_KINDS.map((kind) => [kind, kind === 'names' ? names : 0])) as ErasedCounts;
    const about = { id, what: 'user', ofId: user.id, pseudonym: '', reason: order.reason, askedBy: order.by } as const;
    const written = writeReceipt(
      {
        ...about,
        siteName: readSite(db)?.name ?? '',
        atMs: null,
        counts,
        sessionIds: [],
        models: [],
        backups: knownBackups(folder),
        handedOut: 0,
        auditEntries,
        stillNamed: stillNamed(db, user.name, null),
        askedAtIso: now.toISOString(),
        erasedAtIso: now.toISOString(),
      },
      key,
    );
    addErasure(db, {
      ...about,
      state: 'erased',
      askedAtIso: now.toISOString(),
      dueAtIso: null,
      endedAtIso: now.toISOString(),
      models: [],
      held: null,
      receipt: written,
    });
    return written;
  });
  noteReceipt(runtime, site, receipt);
  runtime.events.emit('site.changed', {});
  runtime.events.emit('erasures.changed', {});
  overwriteWhenQuiet(runtime);
  return findErasure(db, id)!;
}

/** @throws CallError */
export function userToErase({ db }: Pick<OpenSite, 'db'>, { userId, reason }: Omit<UserOrder, 'by'>): RemovedUser {
  const user = removedUsers(db).find(({ id }) => id === userId);
  if (!user) throw new CallError('not-found', failure('erasures.user-not-removed'));
  if (reason.toLowerCase().includes(user.name.toLowerCase())) {
    throw new CallError('invalid-input', failure('erasures.reason-names-person'));
  }
  return user;
}
