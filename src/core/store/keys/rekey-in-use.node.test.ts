import { expect, it } from 'vitest';
import { closeStore, openReader, type WritableDb } from '../store.node.ts';
import { rawKeyPragma } from '../store-file.node.ts';
import { KEY, newStore } from '../testing/new-store.node.ts';

it('PRAGMA rekey on a store in use answers "ok", and every other connection finds no database any more', () => {
  using store = newStore();
  const reader = openReader(store.file, KEY) as WritableDb;
  const count = () => reader.prepare('SELECT count(*) FROM users').pluck().get();
  expect(count()).toBe(1);
  const other = Uint8Array.from(KEY, (byte) => byte ^ 255);
  expect(store.db.prepare(`PRAGMA ${rawKeyPragma(other, 'rekey')}`).get()).toEqual({ ok: 'ok' });
  expect(count).toThrow('file is not a database');
  closeStore(reader);
});
