import type { ImageRecord } from '../../core/dataset/dataset.ts';
import type { Group } from '../../core/dataset/faces/face-set.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import { splitHash } from '../../core/dataset/split-by-subject.node.ts';
import { SPLITS, type SplitName } from '../../core/dataset/split-name.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { keyOf, type SubjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';
import { testSetHash } from '../../core/registry/subjects/test-set-hash.node.ts';

export type EvaluatedSplit = 'all' | 'val' | 'test';

/** The test children of each dataset: those on whom a figure is of children that the model never had. */
export function testChildren(
  config: ModelConfig,
  children: readonly ImageRecord[],
  split: EvaluatedSplit,
  keys: SubjectKeys,
): string[][] {
  if (split === 'val') return [];
  const byFolder = subjectsByFolder(children);
  if (split === 'test') return byFolder;
  const splitOf = splitOfSubjects(config, children, keys);
  return byFolder
    .map((subjects) =>
      subjects.some((each) => splitOf.has(each)) ? subjects.filter((each) => splitOf.get(each) === 'test') : subjects,
    )
    .filter((subjects) => subjects.length > 0);
}

/**
 * The records of one split of the model's training: those of the subjects that its config names, checked by their hash.
 * The test children of some of its datasets are known by a hash of their own. Where every dataset brings its own split,
 * that one is taken, whatever the model was trained on.
 *
 * @throws RangeError when the dataset gives another split.
 */
export async function recordsOfSplit(
  config: ModelConfig,
  { datasetDirs, group }: { readonly datasetDirs: readonly string[]; readonly group: Group | null },
  records: readonly ImageRecord[],
  split: 'val' | 'test',
  keys: SubjectKeys,
): Promise<readonly ImageRecord[]> {
  // As in training: the split is made of the rows whose column emotion can be read, whatever they are scored by.
  const { records: truth } = await readDataset(datasetDirs, { labelColumn: 'emotion', group });
  const { id, split: own, datasets, tests } = config;
  const key = keyOf(config, keys);
  const splitOf = splitOfSubjects(config, truth, keys);
  const testHashes = new Set(tests.map(({ hash }) => hash));
  const testChildren = truth.filter((each) => each.group === 'child' && splitOf.get(each.subject) === 'test');
  const isTestOfSome = split === 'test' && datasetDirs.length < datasets.length && testChildren.length > 0;
  const isKnown =
    key?.seal(splitHash(splitOf)) === own.hash ||
    (isTestOfSome &&
      subjectsByFolder(testChildren).every((subjects) => key && testHashes.has(key.seal(testSetHash(subjects)))));
  if (isKnown) return records.filter(({ subject }) => splitOf.get(subject) === split);
  if (truth.every((each) => each.split !== null)) return records.filter((each) => each.split === split);
  if (!key) {
    throw new RangeError(
      `the ${split} split of ${id} cannot be made again here: it remembers its subjects under the key of a site or of another ` +
        'machine. Evaluate it where it was made, give a dataset that brings its own split, or take --split all',
    );
  }
  throw new RangeError(
    `the ${split} split of ${id} cannot be made again from this dataset, which gives another division of subjects: ` +
      `give the dataset it was trained on (${datasets.join(', ')}), unchanged, or take --split all`,
  );
}

/** The split in which the model had each subject; subjects that it did not have are missing. */
function splitOfSubjects(
  config: ModelConfig,
  records: readonly ImageRecord[],
  keys: SubjectKeys,
): Map<string, SplitName> {
  const known = config.split.subjects;
  const key = keyOf(config, keys);
  const splitOfDigest = new Map(SPLITS.flatMap((split) => known[split].map((digest) => [digest, split] as const)));
  const subjects = [...new Set(records.map(({ subject }) => subject))];
  return new Map(
    subjects.flatMap((subject) => {
      const split = key && splitOfDigest.get(key.digest(subject));
      return split ? [[subject, split] as const] : [];
    }),
  );
}

function subjectsByFolder(records: readonly ImageRecord[]): string[][] {
  return [...Map.groupBy(records, ({ dir }) => dir).values()].map((own) => own.map(({ subject }) => subject));
}
