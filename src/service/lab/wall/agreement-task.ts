import type { LabelAgreement } from '../../../contract/wall.ts';
import { blindPairs, type PeopleCompared } from '../../../core/store/lab/wall/blind-pairs.node.ts';
import { IMAGE_LABELS } from '../../../core/store/lab/wall/wall-filter.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { pairAgreement } from '../../pair-agreement.ts';

const SIZE = IMAGE_LABELS.length;

/** How far every two people agree on the images that both have labelled, with 95 % intervals over subjects. */
export function labelAgreements(
  db: ReadableDb,
  { datasetId }: { readonly datasetId: string | null },
): LabelAgreement[] {
  return blindPairs(db, datasetId).map(labelAgreement);
}

export function labelAgreement({ people, pairs }: PeopleCompared): LabelAgreement {
  const cells = pairs.map(({ labels: [a, b] }) => IMAGE_LABELS.indexOf(a) * SIZE + IMAGE_LABELS.indexOf(b));
  const subject = pairs.map((pair) => pair.subject);
  const { observed, kappa } = pairAgreement({ labels: SIZE, cells, subject });
  return {
    people: [...people],
    images: pairs.length,
    subjects: new Set(subject).size,
    observed: observed ?? { value: 0, low: 0, high: 1 },
    kappa,
  };
}
