import { spellingKey } from '../../../core/dataset/find-file.node.ts';
import { countSubjects, indexingState } from '../../../core/store/lab/dataset-images.node.ts';
import { findDataset, listDatasets, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import type { ConsentOf, SubjectConsent } from '../../../core/store/lab/use/image-use.ts';
import type { ConsentByKind } from '../../../core/store/lab/use/images-withheld.node.ts';
import { type Child, listChildren } from '../../../core/store/people/children.node.ts';
import type { ConsentScope } from '../../../core/store/people/consent-scope.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { statementOf } from '../../runtime/lab-jobs/dataset-statement.ts';

/** What a family must have agreed to before pictures of its child are trained on. */
const NEEDED_SCOPES: Readonly<Record<StoredDataset['kind'], readonly ConsentScope[]>> = {
  folder: ['train'],
  'kept-pictures': ['train', 'keep-crops'],
};

/** Whether consent covers training on pictures of a child today, and if not, whether it ever did. */
export function consentToTrain(
  { consentedScopes, consents }: Pick<Child, 'consentedScopes' | 'consents'>,
  kind: StoredDataset['kind'],
): Exclude<SubjectConsent, 'none'> {
  const missing = NEEDED_SCOPES[kind].filter((scope) => !consentedScopes.includes(scope));
  if (missing.length === 0) return 'covers';
  return missing.every((scope) => consents.some(({ scopes }) => scopes.includes(scope))) ? 'ended' : 'never';
}

/**
 * Whether consent covers training on the subjects of datasets of this kind today. Whom a dataset calls by the code of an
 * enrolled child is that child; of anybody else the site has no consent to ask for.
 *
 * @param datasetId Of a dataset of which somebody may have said that nothing covers it, or each child's own consent alone.
 */
export function consentOfSubjects(
  db: ReadableDb,
  kind: StoredDataset['kind'],
  now: Date,
  datasetId?: string,
): ConsentOf {
  const dataset = datasetId === undefined ? null : findDataset(db, datasetId);
  const said = dataset && statementOf(dataset)?.consent;
  if (said === 'none') return () => 'never';
  const unknown = said === 'per-child' ? 'never' : 'none';
  const byCode = new Map(listChildren(db, now).map((child) => [spellingKey(child.code), consentToTrain(child, kind)]));
  return (subject) => (subject === null ? unknown : (byCode.get(spellingKey(subject)) ?? unknown));
}

/** The same for datasets of either kind. */
export function consentByKind(db: ReadableDb, now: Date): ConsentByKind {
  return {
    folder: consentOfSubjects(db, 'folder', now),
    'kept-pictures': consentOfSubjects(db, 'kept-pictures', now),
  };
}

/**
 * The enrolled children of the site among the subjects of a dataset, known by their codes. Whom a dataset calls by the code
 * of an enrolled child is that child: its images may be looked at, and trained on only while its consent covers that.
 */
export interface EnrolledSubjects {
  /** Whose consent covers training today, by their ids. */
  readonly consented: ReadonlySet<string>;
  /** Subjects, as the dataset spells them, whose consent does not; whoever is not enrolled, where it is to be each child's own. */
  readonly withoutConsent: ReadonlySet<string>;
  /** Images of these. */
  readonly imagesWithoutConsent: number;
}

export function enrolledSubjects(db: ReadableDb, datasetId: string, now: Date): EnrolledSubjects {
  const byCode = new Map(listChildren(db, now).map((child) => [spellingKey(child.code), child]));
  const consented = new Set<string>();
  const withoutConsent = new Set<string>();
  let imagesWithoutConsent = 0;
  const dataset = findDataset(db, datasetId);
  const isPerChild = dataset !== null && statementOf(dataset)?.consent === 'per-child';
  for (const [subject, images] of countSubjects(db, datasetId)) {
    const child = byCode.get(spellingKey(subject));
    if (!child && !isPerChild) continue;
    if (child && consentToTrain(child, 'folder') === 'covers') consented.add(child.id);
    else {
      withoutConsent.add(subject);
      imagesWithoutConsent += images;
    }
  }
  return { consented, withoutConsent, imagesWithoutConsent };
}

/** Whom of the enrolled children trainings over folders of images may read today, and whom they leave out. */
export interface FolderConsent {
  /** Ids. Of a folder whose subjects are not known yet, everybody with a consent: anybody may be in it. */
  readonly childIds: ReadonlySet<string>;
  /** Subjects as the folders spell them, each once; of a folder whose subjects are not known yet, codes. */
  readonly leftOut: readonly string[];
}

export function folderConsent(db: ReadableDb, datasetDirs: readonly string[], now: Date): FolderConsent {
  const found = listDatasets(db)
    .filter(({ dir }) => datasetDirs.includes(dir))
    .map(({ id }) => (indexingState(db, id)?.isListed ? enrolledSubjects(db, id, now) : anybody(db, now)));
  return {
    childIds: new Set(found.flatMap(({ consented }) => [...consented])),
    leftOut: [...new Set(found.flatMap(({ withoutConsent }) => [...withoutConsent]))],
  };
}

function anybody(db: ReadableDb, now: Date): Pick<EnrolledSubjects, 'consented' | 'withoutConsent'> {
  const children = listChildren(db, now);
  const consented = children.filter((child) => consentToTrain(child, 'folder') === 'covers');
  const others = children.filter((each) => !consented.includes(each));
  return { consented: new Set(consented.map(({ id }) => id)), withoutConsent: new Set(others.map(({ code }) => code)) };
}
