import { randomUUID } from 'node:crypto';
import type { ExpectedMarker, Protocol } from '../emotion/protocol.ts';
import { assertOneChanged } from './assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from './store.node.ts';

export interface StoredProtocol extends Protocol {
  readonly id: string;
}

const SELECT = `
  SELECT id, name, planned_minutes AS plannedMinutes, flacc_every_minutes AS flaccEveryMinutes, markers_json AS json
  FROM protocols WHERE removed_at IS NULL`;

/** By name. */
export function listProtocols(db: ReadableDb): StoredProtocol[] {
  return db.prepare<[], ProtocolRow>(`${SELECT} ORDER BY name COLLATE NOCASE`).all().map(protocolOf);
}

export function findProtocol(db: ReadableDb, protocolId: string): StoredProtocol | null {
  const row = db.prepare<[string], ProtocolRow>(`${SELECT} AND id = ?`).get(protocolId);
  return row ? protocolOf(row) : null;
}

/** @param id Null for a new one. Sessions that have begun keep it as it was. */
export function saveProtocol(
  db: WritableDb,
  { id, name, plannedMinutes, flaccEveryMinutes, markers }: Protocol & { readonly id: string | null },
): { kind: 'saved'; id: string } | { kind: 'not-found' } | { kind: 'name-taken' } {
  return inTransaction(db, () => {
    const namesake = db
      .prepare<[string], string>('SELECT id FROM protocols WHERE removed_at IS NULL AND name = ? COLLATE NOCASE')
      .pluck()
      .get(name);
    if (namesake !== undefined && namesake !== id) return { kind: 'name-taken' };
    if (id !== null && !findProtocol(db, id)) return { kind: 'not-found' };
    const savedId = id ?? randomUUID();
    const result = db
      .prepare(
        `INSERT INTO protocols (id, name, planned_minutes, flacc_every_minutes, markers_json) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, planned_minutes = excluded.planned_minutes,
           flacc_every_minutes = excluded.flacc_every_minutes, markers_json = excluded.markers_json`,
      )
      .run(savedId, name, plannedMinutes, flaccEveryMinutes, JSON.stringify(markers));
    assertOneChanged(result, 'saving a protocol');
    return { kind: 'saved', id: savedId };
  });
}

export function removeProtocol(
  db: WritableDb,
  { protocolId, now }: { protocolId: string; now: Date },
): { kind: 'removed' } | { kind: 'not-found' } {
  const { changes } = db
    .prepare('UPDATE protocols SET removed_at = ? WHERE id = ? AND removed_at IS NULL')
    .run(now.toISOString(), protocolId);
  return changes === 1 ? { kind: 'removed' } : { kind: 'not-found' };
}

type ProtocolRow = Omit<StoredProtocol, 'markers'> & { readonly json: string };

function protocolOf({ json, ...row }: ProtocolRow): StoredProtocol {
  return { ...row, markers: JSON.parse(json) as ExpectedMarker[] };
}
