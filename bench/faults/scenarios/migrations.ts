import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS, migrate, schemaVersion } from '../../../src/core/store/migrations/migrations.node.ts';
import { openDatabase } from '../../../src/core/store/open-database.node.ts';
import { closeStore, openStore, type ReadableDb } from '../../../src/core/store/store.node.ts';
import { rawKeyPragma } from '../../../src/core/store/store-file.node.ts';
import { KEY } from '../../../src/core/store/testing/new-store.node.ts';
import type { Finding, Scenario } from '../scenario.ts';
import { corrupt } from './made-store.ts';

/** How many migrations a store that is opened has run. */
const VERSIONS = [1, 5, 12, 19];
const SAMPLES = 4000;
const TABLES = ['users', 'children', 'consents', 'models', 'sessions', 'batches', 'samples', 'gaps', 'markers'];

/** A store of an earlier version, with a session of some minutes, that is opened. */
const migrations: Scenario = {
  killWithinMs: 300,
  // A migration writes; it is made once there is room.
  needsRoom: true,
  prepare(folder) {
    for (const version of VERSIONS) makeEarlier(fileOf(folder, version), version);
  },

  act(folder, { acknowledge, random }) {
    const version = VERSIONS[random.integer(VERSIONS.length)]!;
    // So that the check knows which one it was, also where nothing was acknowledged.
    renameSync(fileOf(folder, version), join(folder, 'opened.db'));
    const db = openStore(join(folder, 'opened.db'), KEY);
    acknowledge('opened');
    closeStore(db);
  },

  check(folder) {
    const file = join(folder, 'opened.db');
    return existsSync(file) ? checkOpened(file) : [];
  },
};

function checkOpened(file: string): Finding[] {
  const db = openStore(file, KEY);
  try {
    const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    const found = TABLES.map(count);
    const wanted = [1, 1, 1, 1, 1, 1, SAMPLES, 1, 1];
    const pages = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().get();
    const version = versionOf(db);
    return [
      ...(pages === 'ok' ? [] : [corrupt(`integrity_check: ${pages}`)]),
      ...(version === MIGRATIONS.length ? [] : [corrupt(`it is of version ${version}`)]),
      ...TABLES.flatMap((table, index): Finding[] =>
        found[index] === wanted[index]
          ? []
          : [{ kind: 'lost', what: `${table}: ${found[index]} rows of ${wanted[index]}` }],
      ),
    ];
  } finally {
    closeStore(db);
  }
}

function versionOf(db: ReadableDb): number {
  return schemaVersion(db as unknown as Parameters<typeof schemaVersion>[0]);
}

function makeEarlier(file: string, version: number): void {
  const db = openDatabase(file, {});
  for (const pragma of ["cipher = 'sqlcipher'", 'legacy = 4', rawKeyPragma(KEY), 'journal_mode = WAL'])
    db.pragma(pragma);
  migrate(db, MIGRATIONS.slice(0, 1));
  db.exec(`
    INSERT INTO users VALUES ('u', 'Ann', 'ward', NULL);
    INSERT INTO children VALUES ('c', 'KID-7', '2019-02', '2026-03-05T12:00:00Z');
    INSERT INTO consents VALUES ('k', 'c', 1, 0, 1, 0, 'mother', 1, '2026-03-05T12:00:00Z', '2026-12-31', NULL);
    INSERT INTO models VALUES ('m', '1', 'approved', 'shipped', 'models/m', '2026-03-05T12:00:00Z', NULL, NULL, NULL);
    INSERT INTO sessions VALUES (7, 's', 'c', 'm', '1', 'webcam', '2026-03-05T12:00:00Z', 'u', 900000, 'stopped', ${SAMPLES}, 'calm');
    INSERT INTO batches VALUES (7, 0, 900);
    INSERT INTO gaps VALUES (1, 7, 400, 900, 'covered');
    INSERT INTO markers VALUES ('x', 7, 200, 'needle', 'left arm', 'u');
    WITH RECURSIVE counted(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM counted WHERE i < ${SAMPLES - 1})
    INSERT INTO samples SELECT 7, i * 66, 0, 3, zeroblob(28), zeroblob(16), zeroblob(16) FROM counted;
  `);
  migrate(db, MIGRATIONS.slice(0, version));
  db.close();
}

function fileOf(folder: string, version: number): string {
  return join(folder, `version-${version}.db`);
}

export default migrations;
