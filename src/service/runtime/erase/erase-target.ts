import { randomUUID } from 'node:crypto';
import { CallError } from '../../../contract/error.ts';
import type { ErasurePreview } from '../../../contract/records/erasures.ts';
import { appendAudit } from '../../../core/store/audit.node.ts';
import { countErasure, eraseRows } from '../../../core/store/erase/erase.node.ts';
import { type ErasureReceipt, writeReceipt } from '../../../core/store/erase/erasure-receipt.node.ts';
import { type ErasureScope, type ErasureTarget, erasureScope } from '../../../core/store/erase/erasure-scope.node.ts';
import { addErasure, findErasure, type StoredErasure } from '../../../core/store/erase/erasures.node.ts';
import { stillNamed } from '../../../core/store/erase/still-named.node.ts';
import { readSite } from '../../../core/store/site.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { ensureReportSecrets } from '../records/report-secrets.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { eraseHeldOf } from './erase-held.ts';
import { previewErasure } from './erase-preview.ts';
import { followErasure } from './follow-erasure.ts';
import { noteReceipt } from './noted-receipts.ts';
import { overwriteWhenQuiet } from './overwrite.ts';
import { askForOverwrite } from './overwrite-due.ts';

export interface ErasureOrder {
  readonly target: ErasureTarget;
  readonly reason: string;
  /** Name of who asks for it, as in the audit log. */
  readonly by: string;
  /** Whether the reason is the program's own, whatever a child is called; whoever asks overwrites the file then, once for many. */
  readonly isByRule?: boolean;
}

/**
 * Erases a child, a session, a picture or a video, with its entry in the audit log and a signed receipt. A training that reads
 * pictures of it ends. The store's file is written anew as soon as no session runs.
 *
 * @throws CallError if it is not there, if a session of it runs, or if the reason names the child.
 */
export function eraseTarget(runtime: Runtime, site: OpenSite, order: ErasureOrder): StoredErasure {
  const { db } = site;
  const now = runtime.options.now();
  const { key } = ensureReportSecrets(db);
  const done = inTransaction(db, () => {
    const scope = scopeToErase(site, order);
    const before = previewErasure(runtime, site, scope);
    const id = randomUUID();
    const isOfPictures = before.counts.pictures > 0;
    eraseRows(db, scope);
    assertGone(site, scope);
    askForOverwrite(db);
    appendAudit(db, {
      userName: order.by,
      action: `erasures.${scope.whole}`,
      subject: `${ofId(order.target)} as ${id}`,
      now,
    });
    const facts = { ...factsOf(site, scope, order, before), id, askedAtIso: now.toISOString() };
    const receipt = writeReceipt({ ...facts, erasedAtIso: now.toISOString() }, key);
    addErasure(db, {
      id,
      what: scope.whole,
      ofId: facts.ofId,
      pseudonym: facts.pseudonym,
      state: 'erased',
      reason: order.reason,
      askedBy: order.by,
      askedAtIso: now.toISOString(),
      dueAtIso: null,
      endedAtIso: now.toISOString(),
      models: before.models,
      held: null,
      receipt,
    });
    return { id, scope, isOfPictures };
  });
  noteReceipt(runtime, site, findErasure(db, done.id)!.receipt!);
  followErasure(runtime, site, done);
  // What waits of it has nothing any more to come back to.
  eraseHeldOf(runtime, site, { ...done.scope, ...done.scope.of, what: done.scope.whole, by: order.by });
  if (!order.isByRule) overwriteWhenQuiet(runtime);
  return findErasure(db, done.id)!;
}

/** @throws CallError */
export function scopeToErase(
  { db }: Pick<OpenSite, 'db'>,
  { target, reason, isByRule }: Omit<ErasureOrder, 'by'>,
): ErasureScope {
  const scope = erasureScope(db, target);
  if (!scope) throw new CallError('not-found', failure('erasures.not-there'));
  const count = scope.runningIds.length;
  if (count > 0) throw new CallError('conflict', failure('erasures.session-running', { count }));
  if (!isByRule && reason.toLowerCase().includes(scope.of.code.toLowerCase())) {
    throw new CallError('invalid-input', failure('erasures.reason-names-child'));
  }
  return scope;
}

function factsOf(
  { db }: OpenSite,
  scope: ErasureScope,
  { target, reason, by }: ErasureOrder,
  { pseudonym, counts, models, backups, handedOut, auditEntries }: ErasurePreview,
): Omit<ErasureReceipt, 'format' | 'publicKey' | 'signature' | 'id' | 'askedAtIso' | 'erasedAtIso'> {
  return {
    siteName: readSite(db)?.name ?? '',
    what: scope.whole,
    ofId: ofId(target),
    pseudonym,
    atMs: scope.atMs,
    counts,
    sessionIds: [...scope.sessionIds],
    models,
    backups,
    handedOut,
    auditEntries,
    stillNamed: scope.childId === null ? [] : stillNamed(db, scope.of.code, null),
    reason,
    askedBy: by,
  };
}

export const ofId = (target: ErasureTarget) => (target.kind === 'child' ? target.childId : target.sessionId);

/** A receipt must never say more than was done. */
function assertGone({ db }: OpenSite, scope: ErasureScope): void {
  const left = Object.entries(countErasure(db, scope)).filter(([, count]) => count > 0);
  if (left.length > 0) throw new Error(`nothing was expected to be left of what was erased; found ${left.join('; ')}`);
}
