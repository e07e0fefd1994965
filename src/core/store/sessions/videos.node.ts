import { randomUUID } from 'node:crypto';
import { assertOneChanged } from '../assert-changed.node.ts';
import { tablesHolding } from '../erase/held-tables.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** Video of sessions: what there is of it, and where it lies. The sealed bytes are in files beside the store. */

/** A few seconds of video, which can be played by themselves. */
export interface VideoFragment {
  /** From 0, in the order in which they came. */
  readonly number: number;
  /** Its first picture, on the session's clock. */
  readonly fromMs: number;
  /** The end of its last picture. */
  readonly toMs: number;
  readonly bytes: number;
  /** Where it lies in the sealed file. */
  readonly atByte: number;
}

export interface Video {
  /** Of the sealed file. */
  readonly name: string;
  /** How long that file is; what lies behind was never noted. */
  readonly sealedBytes: number;
  readonly fragments: readonly VideoFragment[];
}

/** From now on video of the session is kept. */
export function beginVideo(db: WritableDb, sessionId: string): void {
  const result = db
    .prepare('INSERT INTO videos (session_key, name) SELECT key, ? FROM sessions WHERE id = ?')
    .run(randomUUID(), sessionId);
  assertOneChanged(result, 'beginning a video');
}

/** Null where none is kept, or none any more. */
export function findVideo(db: ReadableDb, sessionId: string): Video | null {
  const video = db
    .prepare<[string], Omit<Video, 'fragments'> & { readonly key: number }>(
      `SELECT session_key AS key, name, sealed_bytes AS sealedBytes FROM videos
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?)`,
    )
    .get(sessionId);
  if (!video) return null;
  const fragments = db
    .prepare<[number], VideoFragment>(
      `SELECT number, from_ms AS fromMs, to_ms AS toMs, bytes, at_byte AS atByte FROM video_fragments
       WHERE session_key = ? ORDER BY from_ms`,
    )
    .all(video.key);
  return { name: video.name, sealedBytes: video.sealedBytes, fragments };
}

/** Notes a fragment whose sealed bytes lie in the file behind those before it. */
export function addFragment(
  db: WritableDb,
  name: string,
  { sealedBytes, ...fragment }: VideoFragment & { readonly sealedBytes: number },
): void {
  inTransaction(db, () => {
    const added = db
      .prepare(
        `INSERT INTO video_fragments (session_key, number, from_ms, to_ms, bytes, at_byte)
         SELECT session_key, @number, @fromMs, @toMs, @bytes, @atByte FROM videos WHERE name = @name`,
      )
      .run({ ...fragment, name });
    assertOneChanged(added, 'adding a fragment of a video');
    const lengthened = db
      .prepare('UPDATE videos SET sealed_bytes = ? WHERE name = ?')
      .run(fragment.atByte + sealedBytes, name);
    assertOneChanged(lengthened, 'lengthening a video');
  });
}

/** The names of all sealed files that are wanted, also those of videos that wait to be erased. */
export function videoNames(db: ReadableDb): Set<string> {
  const tables = ['videos', ...tablesHolding(db, 'videos')];
  return new Set(tables.flatMap((table) => db.prepare<[], string>(`SELECT name FROM ${table}`).pluck().all()));
}

/** @returns False where there is none. */
export function removeVideo(db: WritableDb, sessionId: string): boolean {
  return (
    db.prepare('DELETE FROM videos WHERE session_key = (SELECT key FROM sessions WHERE id = ?)').run(sessionId)
      .changes === 1
  );
}

/** Deletes all videos of a child. */
export function removeVideosOf(db: WritableDb, childId: string): void {
  db.prepare('DELETE FROM videos WHERE session_key IN (SELECT key FROM sessions WHERE child_id = ?)').run(childId);
}

/** Deletes the videos of sessions that began before a moment and do not run. @returns Their ids. */
export function removeVideosBefore(db: WritableDb, beforeIso: string): string[] {
  return inTransaction(db, () => {
    const ids = db
      .prepare<[string], string>(
        `SELECT id FROM sessions JOIN videos ON videos.session_key = sessions.key
         WHERE started_at < ? AND state <> 'running' ORDER BY started_at`,
      )
      .pluck()
      .all(beforeIso);
    for (const id of ids) removeVideo(db, id);
    return ids;
  });
}
