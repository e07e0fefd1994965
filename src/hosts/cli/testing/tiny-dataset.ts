import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { projectFolders } from '../../shared/project-folders.ts';

type Row = Record<string, string>;

/**
 * Copies the first few subjects of the demo cohort, with their manifest.
 *
 * @param change Makes of the manifest's rows those that are written.
 */
export async function writeTinyDataset(
  dir: string,
  { children, adults }: { children: number; adults: number },
  change: (rows: Row[]) => Row[] = (rows) => rows,
): Promise<void> {
  const cohort = join(projectFolders().resources, 'demo-cohort');
  const rows: Row[] = parse(await readFile(join(cohort, 'manifest.csv')), { columns: true });
  const first = (group: string, count: number) =>
    [...new Set(rows.filter((row) => row.group === group).map((row) => row.subject!))].slice(0, count);
  const chosen = new Set([...first('child', children), ...first('adult', adults)]);
  const kept = rows.filter((row) => chosen.has(row.subject!));
  for (const { path } of kept) {
    await mkdir(dirname(join(dir, path!)), { recursive: true });
    await cp(join(cohort, path!), join(dir, path!));
  }
  await writeFile(join(dir, 'manifest.csv'), stringify(change(kept), { header: true }));
}
