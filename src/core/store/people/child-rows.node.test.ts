import { expect, it } from 'vitest';
import { newStore } from '../testing/new-store.node.ts';
import { CHILD_TABLES, childRows, childTables } from './child-rows.node.ts';

it('says of every table of the store which of its rows are a child’s, or why none is', () => {
  using store = newStore();
  const tables = store.db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  // A new table belongs into that list, and so into what a family is given.
  expect(Object.keys(CHILD_TABLES).toSorted()).toEqual(tables);
});

it('has a condition that SQLite understands for each, and refuses another table', () => {
  using store = newStore();
  for (const table of childTables()) {
    expect([...childRows(store.db, table, { childId: 'nobody', code: 'NOBODY' })], table).toEqual([]);
  }
  expect(() => childRows(store.db, 'users', { childId: 'nobody', code: 'NOBODY' })).toThrow('found users');
});

it('counts every table that refers to a child or a session among them', () => {
  using store = newStore();
  const referring = store.db
    .prepare<[], string>(
      `SELECT DISTINCT tables.name FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
       WHERE tables.type = 'table' AND keys."table" IN ('children', 'sessions', 'crops', 'dataset_images')`,
    )
    .pluck()
    .all();
  expect(referring.length).toBeGreaterThan(15);
  expect(referring.filter((name) => !childTables().includes(name))).toEqual([]);
});
