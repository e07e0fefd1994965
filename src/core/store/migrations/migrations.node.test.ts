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
