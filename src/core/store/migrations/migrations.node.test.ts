import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { MIGRATIONS, migrate, schemaVersion } from './migrations.node.ts';

/** The schema as SQLite tells it, in an order that does not depend on when a table was made. */
function schemaOf(db: Database.Database): unknown[] {
  return db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
}

test.for(
  Array.from(MIGRATIONS.keys(), (version) => [version] as const),
)('a store of version %i becomes the same as a new one', ([version]) => {
  const fresh = new Database(':memory:');
  migrate(fresh);
  const old = new Database(':memory:');
  migrate(old, MIGRATIONS.slice(0, version));
  expect(schemaVersion(old)).toBe(version);
  migrate(old);
  expect(schemaVersion(old)).toBe(MIGRATIONS.length);
  expect(schemaOf(old)).toEqual(schemaOf(fresh));
  old.close();
  fresh.close();
});

test('every table is STRICT', () => {
  const db = new Database(':memory:');
  migrate(db);
  const loose = db.prepare(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
  );
  expect(loose.all()).toEqual([]);
  db.close();
});

test('a step that fails leaves the version before it', () => {
  const db = new Database(':memory:');
  expect(() => migrate(db, ['CREATE TABLE a (x) ;', 'CREATE TABLE b (x); CREATE TABLE a (x);'])).toThrow(
    'already exists',
  );
  expect(schemaVersion(db)).toBe(1);
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'b'").pluck().get()).toBe(0);
  expect(() => migrate(db, [])).toThrow(RangeError);
  db.close();
});

test('a store of version 1 with a session in it keeps every row', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, MIGRATIONS.slice(0, 1));
  db.exec(`
    INSERT INTO users VALUES ('u', 'Ann', 'ward', NULL);
    INSERT INTO children VALUES ('c', 'KID-7', '2019-02', '2026-03-05T12:00:00Z');
    INSERT INTO consents VALUES ('k', 'c', 1, 0, 1, 0, 'mother', 1, '2026-03-05T12:00:00Z', '2026-12-31', NULL);
    INSERT INTO models VALUES ('m', '1', 'approved', 'shipped', 'models/m', '2026-03-05T12:00:00Z', NULL, NULL, NULL);
    INSERT INTO sessions VALUES (7, 's', 'c', 'm', '1', 'webcam', '2026-03-05T12:00:00Z', 'u', 900, 'stopped', 1, 'calm');
    INSERT INTO batches VALUES (7, 0, 900);
    INSERT INTO samples VALUES (7, 100, 0, 3, zeroblob(28), zeroblob(16), zeroblob(16));
    INSERT INTO gaps VALUES (1, 7, 400, 900, 'covered');
    INSERT INTO markers VALUES ('x', 7, 200, 'needle', 'left arm', 'u');
  `);
  migrate(db);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect(['sessions', 'batches', 'samples', 'gaps', 'markers', 'consents'].map(count)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(db.prepare('SELECT * FROM sessions').get()).toMatchObject({
    key: 7,
    id: 's',
    source: 'webcam',
    duration_ms: 900,
    state: 'stopped',
    sample_count: 1,
    notes: 'calm',
    recording_name: null,
    live_session_id: null,
    keeps_crops: 0,
    has_rollups: 0,
  });
  expect(db.prepare('SELECT * FROM markers').get()).toMatchObject({ at_ms: 200, to_ms: null, text: 'left arm' });
  expect(db.prepare('SELECT * FROM consents').get()).toMatchObject({ train: 1, keep_baseline: 0 });
  db.prepare('DELETE FROM sessions').run();
  expect(count('samples'), 'rows still follow their session').toBe(0);
  db.close();
});

test('a step that leaves a row without the row it refers to is undone', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  const steps = [
    'CREATE TABLE a (x INTEGER PRIMARY KEY); CREATE TABLE b (x REFERENCES a (x));',
    'INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);',
    'DELETE FROM a;',
  ];
  expect(() => migrate(db, steps)).toThrow('migration 3 left a row of b without its row of a');
  expect(schemaVersion(db)).toBe(2);
  db.close();
});
