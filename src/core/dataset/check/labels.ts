import type { ImageRecord } from '../dataset.ts';

/** How far two columns of labels agree. */
export interface ColumnAgreement {
  readonly column: string;
  /** Images that both columns label. */
  readonly images: number;
  readonly different: number;
}

/** How far the annotators of single images agree. */
export interface AnnotatorAgreement {
  /** Images with votes. */
  readonly images: number;
  /** Mean over images of the share of votes for the most frequent emotion, 1/7 to 1. */
  readonly meanTopShare: number;
  /** Images in which no emotion has more than half of the votes. */
  readonly withoutMajority: number;
}

/** @returns Null when no image has a label in both. */
export function columnAgreement(
  first: readonly ImageRecord[],
  { column, records }: { column: string; records: readonly ImageRecord[] },
): ColumnAgreement | null {
  const place = ({ dir, path, row }: ImageRecord) => JSON.stringify([dir, path, row]);
  const labels = new Map(first.map((record) => [place(record), record.emotion]));
  const both = records.filter((record) => labels.has(place(record)));
  if (both.length === 0) return null;
  const different = both.filter((record) => labels.get(place(record)) !== record.emotion).length;
  return { column, images: both.length, different };
}

/** @returns Null when no image has votes. */
export function annotatorAgreement(records: readonly Pick<ImageRecord, 'votes'>[]): AnnotatorAgreement | null {
  const tops = records.flatMap(({ votes }) => (votes ? [Math.max(...votes)] : []));
  if (tops.length === 0) return null;
  return {
    images: tops.length,
    meanTopShare: tops.reduce((sum, top) => sum + top, 0) / tops.length,
    withoutMajority: tops.filter((top) => top <= 0.5).length,
  };
}
