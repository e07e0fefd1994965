import type { WritableDb } from '../store.node.ts';
import type { ErasureScope } from './erasure-scope.node.ts';

interface ExportRow {
  readonly id: string;
  readonly sessionIds: string;
  readonly problems: string;
}

/** Takes sessions off the lists of exports, and what those say about them. One that has nothing else goes. */
export function leaveExports(db: WritableDb, { sessionIds, of }: Pick<ErasureScope, 'sessionIds' | 'of'>): void {
  const rows = db
    .prepare<[], ExportRow>('SELECT id, session_ids_json AS sessionIds, problems_json AS problems FROM exports')
    .all();
  const starts = new Set(
    db
      .prepare<[string], string>('SELECT started_at FROM sessions WHERE id IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(JSON.stringify(sessionIds)),
  );
  for (const row of rows) {
    const all = JSON.parse(row.sessionIds) as string[];
    const left = all.filter((id) => !sessionIds.includes(id));
    if (left.length === all.length) continue;
    const problems = (JSON.parse(row.problems) as { childCode?: unknown; startedAtIso?: unknown }[]).filter(
      ({ childCode, startedAtIso }) => childCode !== of.code || !starts.has(startedAtIso as string),
    );
    if (left.length === 0) {
      db.prepare('DELETE FROM export_files WHERE export_id = ?').run(row.id);
      db.prepare('DELETE FROM exports WHERE id = ?').run(row.id);
    } else {
      db.prepare('UPDATE exports SET session_ids_json = ?, problems_json = ? WHERE id = ?').run(
        JSON.stringify(left),
        JSON.stringify(problems),
        row.id,
      );
    }
  }
}
