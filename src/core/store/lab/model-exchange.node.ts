import { assertOneChanged } from '../assert-changed.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

/** A site whose models may be taken in, since somebody compared its key's fingerprint with what that site told. */
export interface KnownSite {
  readonly name: string;
  /** The 32 bytes of its Ed25519 key in base64url. */
  readonly publicKey: string;
  /** In words: a user's name. */
  readonly confirmedBy: string;
  readonly confirmedAtIso: string;
}

/** By name. */
export function listKnownSites(db: ReadableDb): KnownSite[] {
  return db
    .prepare<[], KnownSite>(
      `SELECT name, public_key AS publicKey, confirmed_by AS confirmedBy, confirmed_at AS confirmedAtIso
       FROM known_sites ORDER BY name`,
    )
    .all();
}

/** Neither its name nor its key may be known yet. */
export function addKnownSite(db: WritableDb, site: KnownSite): void {
  const result = db
    .prepare('INSERT INTO known_sites (public_key, name, confirmed_by, confirmed_at) VALUES (?, ?, ?, ?)')
    .run(site.publicKey, site.name, site.confirmedBy, site.confirmedAtIso);
  assertOneChanged(result, 'remembering a site');
}

/** @returns False if it was not known. */
export function removeKnownSite(db: WritableDb, publicKey: string): boolean {
  return db.prepare('DELETE FROM known_sites WHERE public_key = ?').run(publicKey).changes === 1;
}

/** Where a model came from, and what that site said of whom it was made. */
export interface ModelImport {
  readonly modelId: string;
  readonly siteName: string;
  readonly publicKey: string;
  readonly statement: string | null;
  readonly importedAtIso: string;
}

export function addModelImport(db: WritableDb, from: ModelImport): void {
  const result = db
    .prepare(
      `INSERT INTO model_imports (model_id, site_name, public_key, statement, imported_at)
       VALUES (@modelId, @siteName, @publicKey, @statement, @importedAtIso)`,
    )
    .run(from);
  assertOneChanged(result, 'entering where a model came from');
}

/** @returns Null for a model of this site. */
export function findModelImport(db: ReadableDb, modelId: string): ModelImport | null {
  const row = db
    .prepare<[string], ModelImport>(
      `SELECT model_id AS modelId, site_name AS siteName, public_key AS publicKey, statement, imported_at AS importedAtIso
       FROM model_imports WHERE model_id = ?`,
    )
    .get(modelId);
  return row ?? null;
}
