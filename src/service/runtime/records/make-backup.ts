import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type BackupSource, writeBackup } from '../../../core/store/backup/backup-file.node.ts';
import { copyStore, removeStore } from '../../../core/store/backup/copy-store.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import type { SiteFolder } from '../site-folder.ts';
import { reportSecrets } from './report-secrets.ts';

interface BackupTaskInput {
  readonly file: string;
  readonly folder: SiteFolder;
  /** The data key: the copy is opened and read before it counts. */
  readonly key: Uint8Array;
  readonly madeAtIso: string;
  readonly version: string;
}

/**
 * Makes one backup, in a thread of its own. The store is copied beside the store first, where it is checked, and goes from
 * there into the backup, which is then read again.
 */
export function makeBackup(db: ReadableDb, { file, folder, key, madeAtIso, version }: BackupTaskInput) {
  const { tables, rows, head } = copyStore(db, folder.storeCopyFile, key);
  try {
    const about = { madeAtIso, version, dataDir: folder.dir, head };
    const { files } = writeBackup(file, sourcesOf(folder), about, reportSecrets(db).key);
    const { size: bytes } = statSync(file);
    return { file, bytes, madeAtIso, files: files.length, tables, rows, entries: head?.entries ?? 0 };
  } finally {
    removeStore(folder.storeCopyFile);
  }
}

/**
 * What a site cannot make again. Not in it: videos, which could not be deleted by rule from a backup, checkpoints of trainings,
 * the cache of faces, the incidents of this machine, and the command line's own key of subjects, which lies there in clear.
 */
function sourcesOf({
  dir,
  keyFile,
  storeFile,
  storeCopyFile,
  modelsDir,
  datasetsDir,
  studiesDir,
}: SiteFolder): BackupSource[] {
  const nameOf = (path: string) => relative(dir, path).split(sep).join('/');
  const looks = join(dir, 'test-looks.jsonl');
  return [
    { path: nameOf(storeFile), from: storeCopyFile },
    ...[
      keyFile,
      ...(existsSync(looks) ? [looks] : []),
      ...[modelsDir, datasetsDir, studiesDir].flatMap(filesUnder),
    ].map((from) => ({ path: nameOf(from), from })),
  ];
}

function filesUnder(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
