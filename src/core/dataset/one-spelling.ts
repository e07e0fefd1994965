import { failure } from '../words/failure.ts';
import type { DatasetRemark, ImageRecord } from './dataset.ts';

/**
 * Makes of subjects that look alike one: composed and decomposed letters are the same text, and what differs in capitals only,
 * within one group, is taken for one person, which is told. Were it two people, a split would keep two together that could
 * have been apart; the other way round, one person would be on both sides of a split.
 */
export function oneSpellingEach(records: readonly ImageRecord[]): { records: ImageRecord[]; remarks: DatasetRemark[] } {
  const first = new Map<string, string>();
  const told = new Set<string>();
  const remarks: DatasetRemark[] = [];
  const spelt = records.map((record) => {
    const { dir, path, group } = record;
    const other = record.subject.normalize('NFC');
    const key = `${group} ${other.toLowerCase()}`;
    const one = first.get(key) ?? other;
    first.set(key, one);
    if (one !== other && !told.has(other)) {
      told.add(other);
      remarks.push({ dir, path, how: [failure('readHow.subject', { one, other })] });
    }
    return one === record.subject ? record : { ...record, subject: one };
  });
  return { records: spelt, remarks };
}
