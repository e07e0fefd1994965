import { assertOneChanged } from './assert-changed.node.ts';
import type { ReadableDb, WritableDb } from './store.node.ts';

/** A setting of the site as it was written, or null when it never was. The reader checks what it is. */
export function readSetting(db: ReadableDb, name: string): unknown {
  const json = db.prepare<[string], string>('SELECT value_json FROM settings WHERE name = ?').pluck().get(name);
  return json === undefined ? null : JSON.parse(json);
}

/** @param value Anything that JSON can hold. */
export function writeSetting(db: WritableDb, name: string, value: unknown): void {
  const result = db
    .prepare(
      `INSERT INTO settings (name, value_json) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET value_json = excluded.value_json`,
    )
    .run(name, JSON.stringify(value));
  assertOneChanged(result, `writing the setting ${name}`);
}
