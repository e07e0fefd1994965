import { spellingKey } from '../../../core/dataset/find-file.node.ts';
import { countSubjects } from '../../../core/store/lab/dataset-images.node.ts';
import { findDataset } from '../../../core/store/lab/datasets.node.ts';
import { listChildren } from '../../../core/store/people/children.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { statementOf } from '../../runtime/lab-jobs/dataset-statement.ts';

/**
 * The enrolled children of the site among the subjects of a dataset, known by their codes. Whom a dataset calls by the code
 * of an enrolled child is that child: its images may be looked at, and trained on only while its consent covers that.
 */
export interface EnrolledSubjects {
  /** Whose consent covers training today, by their ids. */
  readonly consented: ReadonlySet<string>;
  /** Subjects, as the dataset spells them, whose consent does not; who is not enrolled, where consent is said to be each child's own. */
  readonly withoutConsent: ReadonlySet<string>;
  /** Images of these. */
  readonly imagesWithoutConsent: number;
  /** Whether each child's own consent is what covers the dataset: whoever is not known has none. */
  readonly isPerChild: boolean;
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
    if (child?.consentedScopes.includes('train')) consented.add(child.id);
    else if (child || isPerChild) {
      withoutConsent.add(subject);
      imagesWithoutConsent += images;
    }
  }
  return { consented, withoutConsent, imagesWithoutConsent, isPerChild };
}

/** Codes of the enrolled children whose consent does not cover training: for a dataset whose subjects are not known yet. */
export function codesWithoutConsent(db: ReadableDb, now: Date): string[] {
  return listChildren(db, now)
    .filter(({ consentedScopes }) => !consentedScopes.includes('train'))
    .map(({ code }) => code);
}
