import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { ReportFormat } from '../../contract/review/reports.ts';
import { makeFolder } from '../../core/engine/make-folder.node.ts';
import type { BidsFiles } from '../../core/report/bids/merge-bids.ts';
import { mergeBids } from '../../core/report/bids/merge-bids.ts';
import { JSON_SCHEMA_NAME, reportJsonSchema } from '../../core/report/json/report-json-schema.ts';
import { wholeOf } from '../../core/report/pieces/pieces.ts';
import { unzip } from '../../core/report/zip.ts';
import type { Language } from '../../core/words/language.ts';
import { writeWhole } from './written/written-file.ts';

/** One file that an export wants. */
export interface WantedFile {
  readonly sessionId: string;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly isIdentified: boolean;
}

/** A report that is written, taken piece by piece. */
interface Report {
  readonly fileName: string;
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** A folder that reports are written into, and that knows which it has. */
export interface ExportFolder {
  has(wanted: WantedFile): boolean;
  /**
   * Writes a report whole or not at all. BIDS is unpacked into one dataset of all sessions, JSON gets its schema beside it.
   *
   * @returns Its path in the folder.
   */
  keep(wanted: WantedFile, report: Report): Promise<string>;
}

/** Says of each report that is there what it is, as a digest: ids of the store are no part of a de-identified export. */
const RECORD = 'faceward-export.txt';

/** Opens the folder, made if it is not there. */
export async function openExportFolder(dir: string): Promise<ExportFolder> {
  makeFolder(dir);
  const record = join(dir, RECORD);
  const there = new Map<string, string>();
  const names = new Set<string>();
  for (const line of (existsSync(record) ? await readFile(record, 'utf8') : '').split('\n')) {
    const [digest, path] = line.split('\t');
    if (!digest || !path) continue;
    if (!isOwnPath(path)) {
      throw new Error(
        `${RECORD} in ${dir} names a file outside of that folder (${JSON.stringify(path)}): this program wrote no such line. ` +
          'Take the line out, or export to another folder',
      );
    }
    there.set(digest, path);
    names.add(path);
  }
  return {
    has(wanted) {
      const path = there.get(digestOf(wanted));
      return path !== undefined && existsSync(join(dir, path));
    },
    async keep(wanted, { fileName, pieces }) {
      const digest = digestOf(wanted);
      const path =
        wanted.format === 'bids'
          ? await keepDataset(dir, unzip(await wholeOf(pieces)))
          : (there.get(digest) ?? freePath(names, wanted.format, fileName));
      if (wanted.format !== 'bids') await writeInside(dir, path, pieces);
      if (wanted.format === 'json') {
        await writeInside(dir, `json/${JSON_SCHEMA_NAME}`, [new TextEncoder().encode(reportJsonSchema())]);
      }
      there.set(digest, path);
      names.add(path);
      await appendFile(record, `${digest}\t${path}\n`);
      return path;
    },
  };
}

function digestOf({ sessionId, format, language, isIdentified }: WantedFile): string {
  return createHash('sha256').update(`${sessionId} ${format} ${language} ${isIdentified}`).digest('hex');
}

/** Two sessions of one child on one day have files of the same name. */
function freePath(taken: ReadonlySet<string>, format: string, fileName: string): string {
  const dot = fileName.indexOf('.');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? fileName : `${fileName.slice(0, dot)}-${number}${fileName.slice(dot)}`;
    if (!taken.has(`${format}/${name}`)) return `${format}/${name}`;
  }
}

/** Tables of the whole dataset get the new rows; a session's own files are written anew. */
async function keepDataset(dir: string, fresh: BidsFiles): Promise<string> {
  const there: Record<string, Uint8Array> = {};
  for (const path of Object.keys(fresh)) {
    const file = join(dir, 'bids', path);
    if (!path.includes('/ses-') && existsSync(file)) there[path] = await readFile(file);
  }
  for (const [path, bytes] of Object.entries(mergeBids([there, fresh])))
    await writeInside(dir, `bids/${path}`, [bytes]);
  const events = Object.keys(fresh).find((path) => path.endsWith('_events.tsv'));
  if (events === undefined) throw new Error('a dataset with a table of events was expected; found none');
  return `bids/${events}`;
}

/** Whether a path stays below the folder on every system, whoever wrote the record. */
function isOwnPath(path: string): boolean {
  return !/^\/|[\\\0]|^[A-Za-z]:/.test(path) && !path.split('/').includes('..');
}

/** @throws Error when the folder has a link to somewhere else in the path's place. */
async function writeInside(dir: string, path: string, pieces: Report['pieces']): Promise<void> {
  const file = join(dir, path);
  await mkdir(dirname(file), { recursive: true });
  const [whole, parent] = [await realpath(dir), await realpath(dirname(file))];
  if (parent !== whole && !parent.startsWith(join(whole, sep))) {
    throw new Error(`a folder of the export was expected; ${dirname(file)} leads to ${parent}, outside of ${dir}`);
  }
  await writeWhole(file, pieces);
}
