import { assertOneChanged } from './assert-changed.node.ts';
import type { ReadableDb, WritableDb } from './store.node.ts';

/** What this installation is called. */
export interface Site {
  readonly name: string;
  /** A throw-away site with demo data. */
  readonly demo: boolean;
}

/** The site, or null in a store that was made and not yet set up. */
export function readSite(db: ReadableDb): Site | null {
  const row = db.prepare<[], { name: string; demo: number }>('SELECT name, demo FROM site WHERE id = 1').get();
  return row ? { name: row.name, demo: row.demo === 1 } : null;
}

/** Names the site, or renames it. */
export function writeSite(db: WritableDb, site: Site): void {
  const result = db
    .prepare(
      `INSERT INTO site (id, name, demo) VALUES (1, @name, @demo)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, demo = excluded.demo`,
    )
    .run({ name: site.name, demo: Number(site.demo) });
  assertOneChanged(result, 'naming the site');
}
