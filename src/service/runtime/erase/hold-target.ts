import { randomUUID } from 'node:crypto';
import { appendAudit } from '../../../core/store/audit.node.ts';
import { addErasure, findErasure, type StoredErasure } from '../../../core/store/erase/erasures.node.ts';
import { holdRows } from '../../../core/store/erase/hold.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { previewErasure } from './erase-preview.ts';
import { type ErasureOrder, ofId, scopeToErase } from './erase-target.ts';
import { followErasure } from './follow-erasure.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Takes a child, a session, a picture or a video out of everything, and keeps it apart for some days, in which an administrator can
 * take it back; then it is erased by itself. A training that reads pictures of it ends, as if it were erased.
 *
 * @throws CallError if it is not there, if a session of it runs, or if the reason names the child.
 */
export function holdTarget(
  runtime: Runtime,
  site: OpenSite,
  { days, ...order }: ErasureOrder & { readonly days: number },
): StoredErasure {
  const { db } = site;
  const now = runtime.options.now();
  const dueAtIso = new Date(now.getTime() + days * DAY_MS).toISOString();
  const id = randomUUID();
  const done = inTransaction(db, () => {
    const scope = scopeToErase(site, order);
    const { counts, handedOut, auditEntries, models, pseudonym } = previewErasure(runtime, site, scope);
    const { films } = holdRows(db, id, scope);
    const subject = `${scope.whole} ${ofId(order.target)} as ${id} until ${dueAtIso}`;
    appendAudit(db, { userName: order.by, action: 'erasures.hold', subject, now });
    const { sessionIds, atMs, of } = scope;
    addErasure(db, {
      id,
      what: scope.whole,
      ofId: ofId(order.target),
      pseudonym,
      state: 'held',
      reason: order.reason,
      askedBy: order.by,
      askedAtIso: now.toISOString(),
      dueAtIso,
      endedAtIso: null,
      models,
      held: { childId: of.childId, sessionIds: [...sessionIds], atMs, counts, handedOut, auditEntries, films },
      receipt: null,
    });
    return { scope, isOfPictures: counts.pictures > 0 };
  });
  followErasure(runtime, site, done);
  return findErasure(db, id)!;
}
