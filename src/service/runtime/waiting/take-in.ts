import type { Waiting } from '../../../contract/records/waiting.ts';
import { findChild } from '../../../core/store/people/children.node.ts';
import { addMissing, putBackSession } from '../../../core/store/sessions/put-back.node.ts';
import { inTransaction, type WritableDb } from '../../../core/store/store.node.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { KeptAside } from './kept-aside.ts';
import { type SealedWaiting, unsealWaiting } from './sealed-waiting.ts';

type Readings = Extract<Waiting, { kind: 'readings' }>;

interface TakingIn {
  readonly db: WritableDb;
  readonly now: Date;
  readonly log: (line: string) => void;
}

/**
 * Stores what was kept aside on a full disk, in order, and each reading once: after a kill in between it is done again,
 * and what is there already is left out. What cannot be read is said, and stays nowhere.
 */
export function takeInKeptAside(kept: KeptAside, { db, now, log }: TakingIn): void {
  if (kept.isEmpty) return;
  inTransaction(db, () => {
    const sessionIds = new Set<string>();
    for (const piece of kept.pieces()) {
      try {
        const { session, waiting } = unsealWaiting(db, piece);
        const found = putBackSession(db, session);
        // Erased meanwhile, or of a store that this one is not: nothing of it is to come back.
        if (waiting.kind !== 'readings' || found === 'erased' || found === 'unknown') continue;
        takeInReadings(db, session, { waiting, now });
        sessionIds.add(session.id);
      } catch (error) {
        log(`Readings that were kept aside on a full disk could not be taken in: ${String(error)}`);
      }
    }
    for (const sessionId of sessionIds) recordByProgram(db, 'sessions.takeWaiting', sessionId, now);
  });
  kept.clear();
}

/** @returns How many samples were not there yet. */
export function takeInReadings(
  db: WritableDb,
  { id: sessionId, childId, keepsCrops }: SealedWaiting['session'],
  { waiting, now }: { readonly waiting: Readings; readonly now: Date },
): number {
  const mayKeep = keepsCrops && (findChild(db, childId, now)?.consentedScopes.includes('keep-crops') ?? false);
  return addMissing(db, { ...waiting, sessionId, crops: mayKeep ? waiting.crops : [] }) ?? 0;
}
