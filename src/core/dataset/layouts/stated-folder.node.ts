import { basename } from 'node:path';
import type { DatasetProblem, ImageRecord } from '../dataset.ts';
import { fileFault } from '../file-fault.node.ts';
import { folderMeaning } from './folder-meaning.ts';
import { placedIn } from './folders.node.ts';
import type { FolderContents, LayoutOptions } from './layout.ts';
import { parseManifestRow } from './manifest-row.ts';
import { foldUnlabelled } from './unlabelled.ts';

/**
 * A folder without manifest, of which somebody said what its images show: each image is read as the row that a manifest
 * would have had, and refused for the same reasons. Images without an emotion are counted, not named: they can be labelled.
 */
export async function readStatedFolder(
  dir: string,
  { labelColumn, completion }: LayoutOptions,
): Promise<FolderContents> {
  if (!completion) throw new TypeError('a folder of which somebody said something was expected');
  const { paths, statement } = completion;
  const splits = paths.map((path) => folderMeaning(path.split('/').slice(0, -1)).split);
  const hasVal = splits.includes('val');
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  for (const [index, path] of paths.entries()) {
    const parsed = parseManifestRow(completion.row({ path }, labelColumn), labelColumn);
    const why = parsed.kind === 'problem' ? parsed.why : fileFault(dir, path);
    if (why) problems.push({ dir, row: null, path, why });
    else if (parsed.kind === 'record') {
      records.push({ dir, row: null, ...parsed.record, split: placedIn(splits[index]!, hasVal) });
    }
  }
  return {
    records,
    problems: foldUnlabelled(dir, basename(dir), problems),
    subjectsKnown: statement.subject.kind !== 'nobody',
  };
}
