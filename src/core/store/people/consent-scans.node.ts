import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { MOST_SCANS_OF_CONSENT, SCAN_TYPES, type ScanType } from './scan-type.ts';

/** A scan of the paper form behind a consent, without its bytes. */
export interface ConsentScan {
  readonly id: string;
  readonly mediaType: ScanType;
  readonly bytes: number;
  readonly addedAtIso: string;
  /** Name of who added it. */
  readonly addedBy: string;
}

/** A column of a query over `consents`: its scans as JSON, oldest first. */
export const SCANS_JSON = `(SELECT json_group_array(json_object('id', scan.id, 'mediaType', media_type,
  'bytes', length(scan.bytes), 'addedAtIso', added_at, 'addedBy', users.name) ORDER BY added_at, scan.rowid)
  FROM consent_scans AS scan JOIN users ON users.id = added_by WHERE scan.consent_id = consents.id)`;

const scansSchema = z.array(
  z.object({
    id: z.string(),
    mediaType: z.enum(Object.keys(SCAN_TYPES) as [ScanType, ...ScanType[]]),
    bytes: z.number(),
    addedAtIso: z.string(),
    addedBy: z.string(),
  }),
);

/** @param json As SCANS_JSON gives it. */
export function readScans(json: string): ConsentScan[] {
  return scansSchema.parse(JSON.parse(json));
}

/** @param by Id of the user. */
export function addConsentScan(
  db: WritableDb,
  {
    consentId,
    mediaType,
    bytes,
    by,
    now,
  }: { consentId: string; mediaType: ScanType; bytes: Uint8Array; by: string; now: Date },
): { kind: 'added'; id: string } | { kind: 'no-such-consent' } | { kind: 'too-many' } {
  return inTransaction(db, () => {
    const childId = db.prepare<[string], string>('SELECT child_id FROM consents WHERE id = ?').pluck().get(consentId);
    if (childId === undefined) return { kind: 'no-such-consent' };
    const there = db.prepare<[string], number>('SELECT count(*) FROM consent_scans WHERE consent_id = ?').pluck();
    if (there.get(consentId)! >= MOST_SCANS_OF_CONSENT) return { kind: 'too-many' };
    const id = randomUUID();
    const result = db
      .prepare(
        `INSERT INTO consent_scans (id, consent_id, child_id, media_type, bytes, added_at, added_by)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(id, consentId, childId, mediaType, bytes, now.toISOString(), by);
    assertOneChanged(result, 'adding a scan of a consent');
    return { kind: 'added', id };
  });
}

interface StoredScan {
  readonly consentId: string;
  readonly childId: string;
  readonly mediaType: ScanType;
  readonly bytes: Buffer;
  readonly addedAtIso: string;
}

/** With its bytes; null for one that is not there. */
export function findConsentScan(db: ReadableDb, scanId: string): StoredScan | null {
  const row = db
    .prepare<[string], StoredScan>(
      `SELECT consent_id AS consentId, child_id AS childId, media_type AS mediaType, bytes, added_at AS addedAtIso
       FROM consent_scans WHERE id = ?`,
    )
    .get(scanId);
  return row ?? null;
}

/** @returns Of which consent it was; null where it is not there. */
export function removeConsentScan(db: WritableDb, scanId: string): string | null {
  const removed = db.prepare<[string], string>('DELETE FROM consent_scans WHERE id = ? RETURNING consent_id').pluck();
  return removed.get(scanId) ?? null;
}
