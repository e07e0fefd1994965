import { strFromU8, strToU8 } from 'fflate';

/** Path within the dataset, with slashes -> content. */
export type BidsFiles = Readonly<Record<string, Uint8Array>>;

/**
 * Several sessions' datasets as one. Tables that list participants or sessions get the rows of all, each once and in
 * order; of what describes the whole dataset the first is kept.
 *
 * @throws RangeError if two datasets hold different files of one session: the same session in two languages, or two
 *   exports of one session that was corrected in between.
 */
export function mergeBids(datasets: readonly BidsFiles[]): BidsFiles {
  const merged: Record<string, Uint8Array> = {};
  for (const dataset of datasets) {
    for (const [path, bytes] of Object.entries(dataset)) {
      const there = merged[path];
      if (there === undefined) merged[path] = bytes;
      else if (/(^participants|_sessions)\.tsv$/.test(path)) merged[path] = joinRows(there, bytes);
      else if (path.includes('/ses-') && !isSame(there, bytes)) {
        throw new RangeError(`one version of each session's files was expected; found two of ${path}`);
      }
    }
  }
  return merged;
}

/** Each participant or session once, by its label in the first column: as the later dataset has it. */
function joinRows(a: Uint8Array, b: Uint8Array): Uint8Array {
  const [header, ...rowsOfA] = strFromU8(a).trimEnd().split('\n');
  const rowsOfB = strFromU8(b).trimEnd().split('\n').slice(1);
  const byLabel = new Map([...rowsOfA, ...rowsOfB].map((row) => [row.split('\t')[0], row]));
  return strToU8(`${[header, ...[...byLabel.values()].sort()].join('\n')}\n`);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
