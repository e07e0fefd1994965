import type { FaceSet } from '../faces/face-set.ts';
import type { NearDuplicate } from './near-duplicate.ts';

/** Two subjects of whom one photograph is known. */
export type SubjectPair = readonly [a: string, b: string];

export interface TiedRecords<R> {
  /** As given, each with the name of what a split must keep whole: that of its first subject in alphabetical order. */
  readonly records: readonly (R & { readonly splitGroup: string })[];
  /** Subjects that share their split group with another. */
  readonly tiedSubjects: number;
  /** Pairs that cannot be kept together, because their datasets put the two into different splits. */
  readonly leaks: readonly SubjectPair[];
}

/** The different subjects among near-duplicates, each pair once, in alphabetical order. */
export function subjectPairs({ subject }: Pick<FaceSet, 'subject'>, found: readonly NearDuplicate[]): SubjectPair[] {
  const pairs = new Map<string, SubjectPair>();
  for (const { a, b } of found) {
    const [first, second] = [subject[a]!, subject[b]!].sort() as [string, string];
    if (first !== second) pairs.set(JSON.stringify([first, second]), [first, second]);
  }
  return [...pairs.keys()].sort().map((key) => pairs.get(key)!);
}

/**
 * Ties subjects of whom one photograph is known into one split group, so that no photograph is on both sides of a split.
 *
 * The order of records and pairs does not matter. Where a dataset brings its own split, that is kept: subjects which
 * it puts into different splits are not tied but returned as leaks.
 */
export function tieNearDuplicates<R extends { readonly subject: string; readonly split?: string | null }>(
  records: readonly R[],
  pairs: readonly SubjectPair[],
): TiedRecords<R> {
  const groups = new Map<string, { name: string; subjects: string[]; split: string | null }>();
  for (const { subject, split = null } of records) {
    const known = groups.get(subject);
    groups.set(subject, { name: subject, subjects: [subject], split: known?.split ?? split });
  }
  const leaks: SubjectPair[] = [];
  for (const pair of [...pairs].sort((p, q) => (JSON.stringify(p) < JSON.stringify(q) ? -1 : 1))) {
    const [a, b] = [groups.get(pair[0]), groups.get(pair[1])];
    if (!a || !b || a === b) continue;
    if (a.split && b.split && a.split !== b.split) {
      leaks.push(pair);
      continue;
    }
    const subjects = [...a.subjects, ...b.subjects];
    const together = { name: a.name < b.name ? a.name : b.name, subjects, split: a.split ?? b.split };
    for (const subject of subjects) groups.set(subject, together);
  }
  return {
    records: records.map((record) => ({ ...record, splitGroup: groups.get(record.subject)!.name })),
    tiedSubjects: [...groups.values()].filter(({ subjects }) => subjects.length > 1).length,
    leaks,
  };
}

/**
 * Of each pair that its dataset puts into two splits, the subject that must go, so that no photograph is in two: the
 * one in training, or, of val and test, the one in val.
 *
 * @param split Records by split, as {@link TiedRecords.records} were divided.
 */
export function subjectsToLeaveOut(
  leaks: readonly SubjectPair[],
  { train, val }: Readonly<Record<'train' | 'val', readonly { readonly subject: string }[]>>,
): Set<string> {
  const [inTrain, inVal] = [train, val].map((records) => new Set(records.map(({ subject }) => subject))) as [
    Set<string>,
    Set<string>,
  ];
  return new Set(
    leaks.flatMap(
      (pair) => pair.find((subject) => inTrain.has(subject)) ?? pair.find((subject) => inVal.has(subject)) ?? [],
    ),
  );
}
