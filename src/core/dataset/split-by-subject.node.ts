import { createHash } from 'node:crypto';
import { ageBand } from '../emotion/age.ts';
import type { ImageRecord } from './dataset.ts';
import { GROUPS, type Group } from './face-set.ts';

export const SPLITS = ['train', 'val', 'test'] as const;

type SplitName = (typeof SPLITS)[number];

export interface SplitOptions {
  /** Any whole number; another seed gives another split. */
  readonly seed: number;
  /** Shares of the subjects; each > 0, together 1. */
  readonly shares: Readonly<Record<SplitName, number>>;
}

/** Records by split. No subject is in two of them. */
export interface Split<R> {
  readonly train: readonly R[];
  readonly val: readonly R[];
  readonly test: readonly R[];
  /** SHA-256 of who is in which split, as hexadecimal: the lock of the test set. */
  readonly hash: string;
}

type Subject = Pick<ImageRecord, 'subject' | 'group' | 'ageYears'>;

const AGE_UNKNOWN = 'age unknown';

/**
 * Divides records into training, validation and test set by subject.
 *
 * Within each group, subjects stand in the order of their age band and, within a band, of SHA-256(seed, subject).
 * Each in turn joins the split that lacks most of its share so far, so every split gets its share of each group, to
 * one subject, and about its share of each age band. The order of rows does not matter, and another image of a known
 * subject changes nothing as long as it does not make the subject younger: whoever has several ages counts with the
 * lowest.
 *
 * @throws RangeError if the shares are not positive and 1 together, or a split would have no child.
 */
export function splitBySubject<R extends Subject>(records: readonly R[], { seed, shares }: SplitOptions): Split<R> {
  assertOptions(seed, shares);
  const subjects = subjectsOf(records);
  const splitOf = new Map<string, SplitName>();
  for (const group of GROUPS) {
    const ordered = subjects
      .filter((each) => each.group === group)
      .map(({ subject, band }) => ({ subject, key: `${band} ${sha256(`${seed} ${subject}`)}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    deal(ordered, shares, splitOf);
  }
  const children = subjects.filter(({ group }) => group === 'child');
  for (const split of SPLITS) {
    if (children.some(({ subject }) => splitOf.get(subject) === split)) continue;
    throw new RangeError(
      `at least one child in each of ${SPLITS.join(', ')} was expected; with ${children.length} children and a share of ` +
        `${shares[split]}, ${split} has none: add children or raise its share`,
    );
  }
  const of = (split: SplitName) => records.filter(({ subject }) => splitOf.get(subject) === split);
  return { train: of('train'), val: of('val'), test: of('test'), hash: hashOf(splitOf) };
}

/** Gives each subject in turn to the split that is furthest behind its share; a tie goes to the earlier split. */
function deal(
  ordered: readonly { subject: string }[],
  shares: SplitOptions['shares'],
  splitOf: Map<string, SplitName>,
): void {
  const dealt = { train: 0, val: 0, test: 0 };
  for (const [index, { subject }] of ordered.entries()) {
    const lack = (split: SplitName) => shares[split] * (index + 1) - dealt[split];
    const split = SPLITS.reduce((most, each) => (lack(each) > lack(most) ? each : most));
    dealt[split] += 1;
    splitOf.set(subject, split);
  }
}

function subjectsOf(records: readonly Subject[]): { subject: string; group: Group; band: string }[] {
  const known = new Map<string, { group: Group; ageYears: number | null }>();
  for (const { subject, group, ageYears } of records) {
    const before = known.get(subject);
    if (before && before.group !== group) {
      throw new RangeError(
        `one group a subject was expected; found subject ${subject} as ${before.group} and ${group}`,
      );
    }
    const ages = [before?.ageYears ?? null, ageYears].filter((age) => age !== null);
    known.set(subject, { group, ageYears: ages.length > 0 ? Math.min(...ages) : null });
  }
  return [...known].map(([subject, { group, ageYears }]) => ({
    subject,
    group,
    band: ageYears === null ? AGE_UNKNOWN : ageBand(ageYears),
  }));
}

function hashOf(splitOf: ReadonlyMap<string, SplitName>): string {
  const assignment = [...splitOf].sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(assignment));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function assertOptions(seed: number, shares: SplitOptions['shares']): void {
  if (!Number.isInteger(seed)) throw new RangeError(`a whole number as seed was expected; found ${seed}`);
  const values = SPLITS.map((split) => shares[split]);
  const sum = values.reduce((total, share) => total + share, 0);
  if (values.every((share) => share > 0) && Math.abs(sum - 1) < 1e-9) return;
  throw new RangeError(`shares of ${SPLITS.join(', ')} > 0 that sum to 1 were expected; found ${values.join(', ')}`);
}
