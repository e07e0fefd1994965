import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from '../../../core/security/atomic-file.node.ts';
import type { SiteFolder } from '../site-folder.ts';

const knownSchema = z.array(z.object({ file: z.string(), madeAtIso: z.string() }));

type KnownBackup = z.infer<typeof knownSchema>[number];

const MOST = 100;

/** Notes, outside of the store, where a backup lies: a store that is damaged cannot tell. */
export function rememberBackup(folder: Pick<SiteFolder, 'backupsFile'>, { file, madeAtIso }: KnownBackup): void {
  const others = knownBackups(folder).filter((each) => each.file !== file);
  writeFileAtomically(
    folder.backupsFile,
    `${JSON.stringify([{ file, madeAtIso }, ...others].slice(0, MOST), null, 2)}\n`,
  );
}

/** The newest that is still there; null where none is. */
export function lastBackup(folder: Pick<SiteFolder, 'backupsFile'>): KnownBackup | null {
  return knownBackups(folder).find(({ file }) => existsSync(file)) ?? null;
}

/** Newest first, also those on a drive that is away: they are somewhere. */
export function knownBackups({ backupsFile }: Pick<SiteFolder, 'backupsFile'>): KnownBackup[] {
  if (!existsSync(backupsFile)) return [];
  try {
    return knownSchema.parse(JSON.parse(readFileSync(backupsFile, 'utf8')));
  } catch {
    // A list that cannot be read offers nothing: the backups themselves are where they are.
    return [];
  }
}
