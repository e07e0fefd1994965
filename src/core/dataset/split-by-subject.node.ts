import { createHash } from 'node:crypto';
import { ageBand } from '../emotion/age.ts';
import { failure } from '../words/failure.ts';
import { FailureError } from '../words/failure-error.ts';
import type { ImageRecord } from './dataset.ts';
import { GROUPS, type Group } from './faces/face-set.ts';
import { SPLITS, type SplitName } from './split-name.ts';

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

type Subject = Pick<ImageRecord, 'subject' | 'group' | 'ageYears'> & {
  readonly split?: SplitName | null;
  /** What must stay together: the same for subjects of whom one photograph is known. The subject when left out. */
  readonly splitGroup?: string;
};

/** One subject, or several that are tied: what is dealt as a whole. */
interface Unit {
  readonly name: string;
  readonly subjects: Set<string>;
  /** Child as soon as one of them is. */
  readonly group: Group;
  /** The lowest that is known. */
  readonly ageYears: number | null;
  /** Where its dataset puts it. */
  readonly split: SplitName | null;
}

const AGE_UNKNOWN = 'age unknown';

/**
 * Divides records into training, validation and test set by subject.
 *
 * Subjects that a dataset itself puts into a split stay there. The others are dealt: within each group, subjects stand
 * in the order of their age band and, within a band, of SHA-256(seed, subject). Each in turn joins the split that lacks
 * most of its share so far, so every split gets its share of each group, to one subject, and about its share of each
 * age band. The order of rows does not matter, and another image of a known subject changes nothing as long as it does
 * not make the subject younger: whoever has several ages counts with the lowest. Subjects of one split group are dealt
 * as one.
 *
 * @throws FailureError if a split would have no child, or a dataset puts a subject or a split group into two splits;
 *   RangeError if the shares are not positive and 1 together, or a subject has two groups or two split groups, which no
 *   dataset has once it was read.
 */
export function splitBySubject<R extends Subject>(records: readonly R[], { seed, shares }: SplitOptions): Split<R> {
  assertOptions(seed, shares);
  const units = unitsOf(records);
  const placed = new Map<string, SplitName>();
  for (const { name, split } of units) if (split) placed.set(name, split);
  for (const group of GROUPS) {
    const ordered = units
      .filter((unit) => unit.group === group && !unit.split)
      .map(({ name, ageYears }) => ({ name, key: `${bandOf(ageYears)} ${sha256(`${seed} ${name}`)}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    deal(ordered, shares, placed);
  }
  const children = units.filter(({ group }) => group === 'child');
  for (const split of SPLITS) {
    if (children.some(({ name }) => placed.get(name) === split)) continue;
    const found = { count: children.length, share: shares[split], split };
    throw new FailureError(failure('training.split-empty', found));
  }
  const splitOf = new Map(
    units.flatMap(({ name, subjects }) => [...subjects].map((subject) => [subject, placed.get(name)!])),
  );
  const of = (split: SplitName) => records.filter(({ subject }) => splitOf.get(subject) === split);
  return { train: of('train'), val: of('val'), test: of('test'), hash: splitHash(splitOf) };
}

/** Gives each in turn to the split that is furthest behind its share; a tie goes to the earlier split. */
function deal(
  ordered: readonly { name: string }[],
  shares: SplitOptions['shares'],
  placed: Map<string, SplitName>,
): void {
  const dealt = { train: 0, val: 0, test: 0 };
  for (const [index, { name }] of ordered.entries()) {
    const lack = (split: SplitName) => shares[split] * (index + 1) - dealt[split];
    const split = SPLITS.reduce((most, each) => (lack(each) > lack(most) ? each : most));
    dealt[split] += 1;
    placed.set(name, split);
  }
}

function unitsOf(records: readonly Subject[]): Unit[] {
  const groupOf = new Map<string, Group>();
  const unitOf = new Map<string, string>();
  const units = new Map<string, Unit>();
  for (const { subject, group, ageYears, split = null, splitGroup: name = subject } of records) {
    const knownGroup = groupOf.get(subject) ?? group;
    if (knownGroup !== group) {
      throw new RangeError(`one group a subject was expected; found subject ${subject} as ${knownGroup} and ${group}`);
    }
    groupOf.set(subject, group);
    const knownUnit = unitOf.get(subject) ?? name;
    if (knownUnit !== name) {
      throw new RangeError(
        `one split group a subject was expected; found subject ${subject} in ${knownUnit} and ${name}`,
      );
    }
    unitOf.set(subject, name);
    const unit = units.get(name);
    if (unit?.split && split && unit.split !== split) {
      const places = { subject: name, first: unit.split, second: split };
      throw new FailureError(failure('training.in-two-splits', places));
    }
    const ages = [unit?.ageYears ?? null, ageYears].filter((age) => age !== null);
    units.set(name, {
      name,
      subjects: (unit?.subjects ?? new Set<string>()).add(subject),
      group: unit?.group === 'child' ? 'child' : group,
      ageYears: ages.length > 0 ? Math.min(...ages) : null,
      split: unit?.split ?? split,
    });
  }
  return [...units.values()];
}

function bandOf(ageYears: number | null): string {
  return ageYears === null ? AGE_UNKNOWN : ageBand(ageYears);
}

/** SHA-256 of who is in which split, as hexadecimal. */
export function splitHash(splitOf: ReadonlyMap<string, SplitName>): string {
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
