import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import sharp from 'sharp';
import { CROP_PX } from '../../../core/dataset/faces/face-set.ts';
import { openZip } from '../../../core/report/zip.ts';
import { exportFilePieces, isBeginning } from '../../../core/store/exports.node.ts';
import { childRows, childTables, type StoredRow } from '../../../core/store/people/child-rows.node.ts';
import { findChild } from '../../../core/store/people/children.node.ts';
import { SCAN_TYPES, type ScanType } from '../../../core/store/people/scan-type.ts';
import { findVideo } from '../../../core/store/sessions/videos.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { BYTE_ORDER_MARK, type Cell, csvRows } from '../../../core/tables/csv.node.ts';
import { LANGUAGES } from '../../../core/words/language.ts';
import { createWords } from '../../../core/words/words.ts';
import { makeReport, type ReportTaskInput } from '../../reports/report-task.ts';
import { readSealedFile } from '../../runtime/lab-jobs/sealed-files.ts';
import type { SiteFolder } from '../../runtime/site-folder.ts';
import { readFragment } from '../../runtime/videos/video-files.ts';

interface ChildArchiveInput {
  readonly childId: string;
  readonly folder: SiteFolder;
  /** The data key: videos lie sealed beside the store. */
  readonly key: Uint8Array;
  /** Of its sessions that have ended, in every format wanted. */
  readonly reports: readonly ReportTaskInput[];
  readonly atIso: string;
  /** Null: the archive is handed back. */
  readonly file: string | null;
  /** Of an archive that is handed back. */
  readonly mostBytes: number;
}

interface ChildArchive {
  readonly size: number;
  /** Null where it is in the file. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly files: number;
}

/** What an archive that would be too large to be handed back ends with. */
export const TOO_LARGE = 'the archive is too large to be handed over at once';

/** So many rows make a piece of a table. */
const ROWS_A_PIECE = 2000;

/** Columns of numbers, by how they lie in their bytes. */
const NUMBERS: Readonly<Record<string, (bytes: ArrayBuffer) => ArrayLike<number>>> = {
  probabilities: (bytes) => new Float32Array(bytes),
  box: (bytes) => new Float32Array(bytes),
  quality: (bytes) => new Float32Array(bytes),
  movements: (bytes) => new Float32Array(bytes),
  embedding: (bytes) => new Float32Array(bytes),
  probability_sums: (bytes) => new Float64Array(bytes),
  emotion_counts: (bytes) => new Uint32Array(bytes),
};

/**
 * All that the site keeps of one child as one zip: every row of the store that is the child's as a table, its pictures, videos,
 * exports that are kept and reports as files, and a page of words.
 *
 * @throws Error with {@link TOO_LARGE}, or if the file is there already or cannot be written.
 */
export async function makeChildArchive(db: ReadableDb, input: ChildArchiveInput): Promise<ChildArchive> {
  const { childId, folder, key, reports, atIso, file, mostBytes } = input;
  const child = findChild(db, childId, new Date(atIso));
  if (!child) throw new Error('a child was expected in the store; found none');
  const descriptor = file === null ? null : openSync(file, 'wx', 0o600);
  const chunks: Uint8Array[] = [];
  let [size, files] = [0, 0];
  const zip = openZip((bytes) => {
    size += bytes.length;
    if (descriptor !== null) writeSync(descriptor, bytes);
    else if (size > mostBytes) throw new Error(TOO_LARGE);
    else chunks.push(bytes);
  });
  const add = (path: string, pieces: Iterable<Uint8Array>) => {
    files += 1;
    zip.add(path, pieces);
  };
  /** One file that cannot be made, or is damaged, must not cost a family the others: what is wrong stands in its place. */
  const orWhyNot = async (path: string, make: () => Promise<readonly [path: string, bytes: Uint8Array]>) => {
    let made: Awaited<ReturnType<typeof make>>;
    try {
      made = await make();
    } catch (error) {
      made = [`${path}-missing.txt`, Buffer.from(`${error instanceof Error ? error.message : String(error)}\n`)];
    }
    add(made[0], [made[1]]);
  };
  try {
    for (const language of LANGUAGES) {
      const words = createWords(language).getFixedT(null, 'records');
      const said = { code: child.code, at: atIso.slice(0, 10) };
      add(
        words(($) => $.archive.fileName),
        [Buffer.from(`${words(($) => $.archive.text, said)}\n`)],
      );
    }
    for (const table of childTables()) {
      add(`tables/${table}.csv`, tablePieces(childRows(db, table, { childId, code: child.code })));
    }
    for (const { id, media_type, bytes, added_at } of childRows(db, 'consent_scans', { childId, code: child.code })) {
      const day = String(added_at).slice(0, 10);
      add(`consents/${day}-${String(id).slice(0, 8)}.${SCAN_TYPES[media_type as ScanType]}`, [bytes as Buffer]);
    }
    const places = placesOf(db, childId);
    for (const { id, place } of places) {
      for (const report of reports.filter(({ sessionId }) => sessionId === id)) {
        await orWhyNot(`${place}/report-${report.format}`, async () => {
          const { fileName, bytes } = await makeReport(db, report);
          return [`${place}/${fileName}`, bytes];
        });
      }
      const video = findVideo(db, id);
      for (const fragment of video?.fragments ?? []) {
        const path = `${place}/video/${String(fragment.number).padStart(5, '0')}`;
        await orWhyNot(path, async () => {
          const bytes = readFragment({ db, folder, key }, video!, fragment);
          return [`${path}${endingOf(bytes)}`, bytes];
        });
      }
    }
    const placeOf = new Map(places.map(({ key: sessionKey, place }) => [sessionKey, place]));
    for (const { session_key, at_ms, grey } of childRows(db, 'crops', { childId, code: child.code })) {
      add(`${placeOf.get(Number(session_key))}/pictures/${Math.round(Number(at_ms))}-ms.png`, [
        await png(grey as Buffer),
      ]);
    }
    for (const { image_key, grey } of childRows(db, 'dataset_faces', { childId, code: child.code })) {
      add(`images/${image_key}.png`, [await png(grey as Buffer)]);
    }
    for (const { dataset_id, path, name, bytes } of childRows(db, 'dataset_files', { childId, code: child.code })) {
      const sealed = { name: String(name), bytes: Number(bytes) };
      const to = `images/originals/${dataset_id}/${path}`;
      await orWhyNot(to, async () => [to, await readSealedFile({ db, folder, key }, String(dataset_id), sealed)]);
    }
    for (const row of childRows(db, 'export_files', { childId, code: child.code })) {
      const [exportId, format] = [String(row.export_id), String(row.format)];
      if (!isBeginning(format)) continue;
      const pieces = exportFilePieces(db, exportId, { sessionId: String(row.session_id), format });
      add(`exports/${exportId}/${String(row.file_name).replaceAll(/[\\/]/g, '-')}`, pieces);
    }
    zip.end();
  } catch (error) {
    if (file !== null) rmSync(file, { force: true });
    throw error;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
  return { size, files, bytes: file === null ? new Uint8Array(Buffer.concat(chunks)) : null };
}

interface SessionPlace {
  readonly key: number;
  readonly id: string;
  readonly place: string;
}

/** Where the files of each session stand, oldest first. */
function placesOf(db: ReadableDb, childId: string): SessionPlace[] {
  return db
    .prepare<[string], { key: number; id: string; startedAt: string }>(
      `SELECT key, id, started_at AS startedAt FROM sessions
       WHERE child_id = ? AND set_aside_at IS NULL ORDER BY started_at, key`,
    )
    .all(childId)
    .map(({ key, id, startedAt }, index) => ({
      key,
      id,
      place: `sessions/${String(index + 1).padStart(3, '0')}-${startedAt.slice(0, 10)}`,
    }));
}

/** A table with its header, also where it has no row: that there is nothing is told as well. */
function* tablePieces(rows: Iterable<StoredRow>): Generator<Uint8Array> {
  let header: string[] | null = null;
  let waiting: Cell[][] = [];
  const piece = () => Buffer.from(csvRows(waiting));
  yield Buffer.from(BYTE_ORDER_MARK);
  for (const row of rows) {
    if (!header) {
      header = Object.keys(row);
      waiting.push(header);
    }
    waiting.push(header.map((column) => cellOf(column, row[column]!)));
    if (waiting.length < ROWS_A_PIECE) continue;
    yield piece();
    waiting = [];
  }
  if (waiting.length > 0) yield piece();
}

/** What people can read of a value: numbers one after the other; of a picture or a file, that it is there. */
function cellOf(column: string, value: StoredRow[string]): Cell {
  if (typeof value === 'bigint') return String(value);
  if (!(value instanceof Uint8Array)) return value;
  const numbers = NUMBERS[column];
  if (!numbers) return `${value.length} bytes`;
  return Array.from(numbers(Uint8Array.from(value).buffer), (each) => Number(each.toPrecision(6))).join(' ');
}

async function png(grey: Uint8Array): Promise<Uint8Array> {
  return await sharp(grey, { raw: { width: CROP_PX, height: CROP_PX, channels: 1 } })
    .png()
    .toBuffer();
}

/** By what a fragment begins with: a WebM by its EBML mark, else an MP4. */
function endingOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4)).toString('hex') === '1a45dfa3' ? '.webm' : '.mp4';
}
