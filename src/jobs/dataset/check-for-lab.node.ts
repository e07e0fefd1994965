import { checkDataset } from '../../core/dataset/check/check.ts';
import { type LabFinding, labFindings } from '../../core/dataset/check/lab-findings.ts';
import { type Dataset, DatasetError } from '../../core/dataset/dataset.ts';
import { loadCrops } from '../../core/dataset/faces/load-faces.node.ts';
import { showsNobody } from '../../core/dataset/faces/shows-nobody.ts';
import { listImages } from '../../core/dataset/list-images.node.ts';
import { findNearDuplicates } from '../../core/dataset/near-duplicates/near-duplicates.node.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import type { DatasetStatement } from '../../core/dataset/said/statement.ts';
import { startWasm } from '../../core/engine/wasm.node.ts';
import { type KeptData, openKeptFaces } from './kept-faces.node.ts';

/** A dataset whose images were opened before, to be checked, as plain data. */
export interface LabCheckJob extends Pick<KeptData, 'dataDir'> {
  readonly dir: string;
  /** What somebody said of its images. */
  readonly statement: DatasetStatement | null;
}

/**
 * Looks at a dataset as `dataset check` does, and at images without a label, too. Faces that were found before are taken
 * from the cache.
 *
 * @throws DatasetError if the folder cannot be read.
 */
export async function* checkForLab(
  { dir, statement, ...kept }: LabCheckJob,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<never, readonly LabFinding[]> {
  const listed = (await listImages(dir, statement)).filter(({ fault }) => fault === null);
  const dataset = await labelled(dir, statement);
  await startWasm();
  using cache = openKeptFaces(kept);
  const { shown, faces, problems } = await loadCrops(listed, { cache, signal });
  const subject = shown.map((each) => each.subject ?? each.path);
  const duplicates = await findNearDuplicates({ ...faces, subject }, { withinSubjects: true, signal });
  const labelledPaths = new Set(dataset.records.map(({ path }) => path));
  const faceless = new Set(problems.map(({ path }) => path));
  const records = dataset.records.filter(({ path }) => !faceless.has(path));
  const placeOf = new Map(records.map(({ path }, place) => [path, place]));
  const known = duplicates.flatMap(({ a, b, correlation }) => {
    const [one, other] = [placeOf.get(shown[a]!.path), placeOf.get(shown[b]!.path)];
    return one === undefined || other === undefined ? [] : [{ a: one, b: other, correlation }];
  });
  const check = checkDataset({
    dataset,
    shown: records,
    faceless: problems.filter(({ path }) => labelledPaths.has(path)),
    duplicates: known,
    second: null,
  });
  const pairs = duplicates.map(({ a, b }) => {
    const [one, other] = [shown[a]!, shown[b]!];
    return {
      paths: [one.path, other.path] as const,
      subjects: [subject[a]!, subject[b]!] as const,
      named: one.subject !== null && other.subject !== null,
      labels: [one.emotion, other.emotion] as const,
    };
  });
  const broken = problems.filter(({ why }) => !showsNobody(why)).map(({ path }) => path);
  return labFindings({ check, pairs, broken });
}

/** A folder that says of no image what it shows has none that a run would take. */
async function labelled(dir: string, statement: DatasetStatement | null): Promise<Dataset> {
  try {
    return await readDataset([dir], { labelColumn: 'emotion', stated: statement ? [{ dir, statement }] : [] });
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    return { folders: [], names: [], name: '', records: [], problems: [], remarks: [], subjectsKnown: false };
  }
}
