import type Database from 'better-sqlite3-multiple-ciphers';
import { SQL as FIRST } from './0001-first.ts';
import { SQL as REVIEWING } from './0002-reviewing.ts';
import { SQL as TRAINING_PICTURES } from './0003-training-pictures.ts';
import { SQL as RECORDING_ORIGIN } from './0004-recording-origin.ts';
import { SQL as APPROVALS } from './0005-approvals.ts';
import { SQL as MODEL_DIGESTS } from './0006-model-digests.ts';
import { SQL as EXPIRED_CONSENTS } from './0007-expired-consents.ts';
import { SQL as SESSIONS_SET_ASIDE } from './0008-sessions-set-aside.ts';
import { SQL as TRAINING_LAB } from './0009-training-lab.ts';
import { SQL as DATASET_INDEXING } from './0010-dataset-indexing.ts';
import { SQL as MODEL_IMPORTS } from './0011-model-imports.ts';
import { SQL as STUDIES } from './0012-studies.ts';
import { SQL as MOMENTS_OF_DOUBT } from './0013-moments-of-doubt.ts';
import { SQL as DATASET_FILES } from './0014-dataset-files.ts';
import { SQL as RUN_TURNS } from './0015-run-turns.ts';
import { SQL as MODEL_DECISIONS } from './0016-model-decisions.ts';
import { SQL as DATASET_STATEMENTS } from './0017-dataset-statements.ts';
import { SQL as SESSION_TURNS } from './0018-session-turns.ts';
import { SQL as FINDING } from './0019-finding.ts';
import { SQL as RECORDING_DIGEST } from './0020-recording-digest.ts';
import { SQL as PROTOCOLS } from './0021-protocols.ts';
import { SQL as MOVEMENTS } from './0022-movements.ts';
import { SQL as BLIND_RATINGS } from './0023-blind-ratings.ts';
import { SQL as FILMED_ON } from './0024-filmed-on.ts';
import { SQL as VIDEOS } from './0025-videos.ts';
import { SQL as SESSION_MODEL_DIGEST } from './0026-session-model-digest.ts';
import { SQL as ERASURES } from './0027-erasures.ts';
import { SQL as CONSENT_FORMS } from './0028-consent-forms.ts';
import { SQL as DOUBTED_AND_SCANNED_CONSENTS } from './0030-doubted-and-scanned-consents.ts';

/**
 * Every change of the schema, oldest first. A file made by version n of the program has run the first n of them, and
 * says so in SQLite's `user_version`. An entry that was ever released is never edited: a mistake is put right by a
 * later one.
 */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  REVIEWING,
  TRAINING_PICTURES,
  RECORDING_ORIGIN,
  APPROVALS,
  MODEL_DIGESTS,
  EXPIRED_CONSENTS,
  SESSIONS_SET_ASIDE,
  TRAINING_LAB,
  DATASET_INDEXING,
  MODEL_IMPORTS,
  STUDIES,
  MOMENTS_OF_DOUBT,
  DATASET_FILES,
  RUN_TURNS,
  MODEL_DECISIONS,
  DATASET_STATEMENTS,
  SESSION_TURNS,
  FINDING,
  RECORDING_DIGEST,
  PROTOCOLS,
  MOVEMENTS,
  BLIND_RATINGS,
  FILMED_ON,
  VIDEOS,
  SESSION_MODEL_DIGEST,
  ERASURES,
  CONSENT_FORMS,
  DOUBTED_AND_SCANNED_CONSENTS,
];

/**
 * Brings a file's schema from its own version to the newest, each step in its own transaction.
 *
 * Foreign keys are off meanwhile, since a step that rebuilds a table drops the old one, and SQLite would delete all rows
 * that refer to it; they are checked before each step is kept.
 *
 * @param migrations Handed in so that a test can take the steps one by one.
 * @throws Error if a step leaves a row that refers to nothing; the step is undone.
 * @throws RangeError if the file is newer than `migrations`; the caller checks that first, with a better message.
 */
export function migrate(db: Database.Database, migrations: readonly string[] = MIGRATIONS): void {
  const from = schemaVersion(db);
  if (from > migrations.length) {
    throw new RangeError(`a schema version of at most ${migrations.length} was expected; found ${from}`);
  }
  const heldForeignKeys = Number(db.pragma('foreign_keys', { simple: true }));
  db.pragma('foreign_keys = OFF');
  try {
    for (const [index, sql] of migrations.entries()) {
      if (index < from) continue;
      db.transaction(() => {
        db.exec(sql);
        assertNothingDangles(db, index + 1);
        db.pragma(`user_version = ${index + 1}`);
      }).immediate();
    }
  } finally {
    db.pragma(`foreign_keys = ${heldForeignKeys}`);
  }
}

function assertNothingDangles(db: Database.Database, version: number): void {
  const [first] = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  if (first) throw new Error(`migration ${version} left a row of ${first.table} without its row of ${first.parent}`);
}

/** How many migrations a file has run: 0 for an empty one. */
export function schemaVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
