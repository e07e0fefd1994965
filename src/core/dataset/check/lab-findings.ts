import { EMOTIONS } from '../../emotion/emotion.ts';
import { ENOUGH_TEST_IMAGES } from '../enough-images.ts';
import { isUnlabelled } from '../layouts/unlabelled.ts';
import type { DatasetCheck } from './report.ts';

export const LAB_FINDINGS = [
  'no-children',
  'few-children',
  'absent-emotions',
  'few-of-emotion',
  'no-adults',
  'two-groups',
  'two-splits',
  'copies-in-splits',
  'two-names',
  'other-label',
  'same-copies',
  'spelt-alike',
  'words',
  'broken',
  'left-out',
  'unlabelled',
  'nobody-named',
  'mostly-one',
] as const;

export type LabFindingName = (typeof LAB_FINDINGS)[number];

/** Two images that look like one photograph. */
export interface FoundPair {
  readonly paths: readonly [string, string];
  readonly subjects: readonly [string, string];
}

/** One thing about a dataset that matters for training, as plain data; the catalogue has its words. */
export interface LabFinding {
  readonly name: LabFindingName;
  /** `error`: training on it as it is would be wrong. `warning`: its figures would say little. */
  readonly kind: 'error' | 'warning' | 'note';
  readonly count: number;
  /** Subjects, emotions, words or files that it is about; perhaps not all. */
  readonly about: readonly string[];
  /** Perhaps not all. */
  readonly pairs: readonly FoundPair[];
}

/** What is named of each finding; the rest is counted. */
const NAMED = 20;
/** Intervals are over subjects; with fewer, they are wide. */
const FEW_CHILDREN = 30;
/** One child in each of train, val and test. */
const LEAST_CHILDREN = 3;
/** Where a dataset brings no split, the share of the children that a training puts aside for its test. */
const USUAL_TEST_SHARE = 0.25;
const MUCH_OF_ONE_SUBJECT = 0.1;

interface Material {
  readonly check: DatasetCheck;
  /** Among all images, with or without a label. `named`: whether something says whom both show. */
  readonly pairs: readonly (FoundPair & {
    readonly named: boolean;
    readonly labels: readonly [string | null, string | null];
  })[];
  /** Files that cannot be opened. */
  readonly broken: readonly string[];
}

/** What a person can act on, the worst first. */
export function labFindings({ check, pairs: allPairs, broken }: Material): LabFinding[] {
  // Where people are named, no run uses an image of nobody known.
  const pairs = check.subjectsKnown ? allPairs.filter(({ named }) => named) : allPairs;
  const found: LabFinding[] = [];
  const add = (
    name: LabFindingName,
    kind: LabFinding['kind'],
    { count, about = [], pairs: both = [] }: { count: number; about?: readonly string[]; pairs?: readonly FoundPair[] },
  ) => {
    if (count === 0) return;
    const named = both.slice(0, NAMED).map(({ paths, subjects }) => ({ paths, subjects }));
    found.push({ name, kind, count, about: about.slice(0, NAMED), pairs: named });
  };
  const { subjects, byGroup, split, unusable, remarks, imagesPerSubject } = check;
  const childImages = EMOTIONS.reduce((sum, emotion) => sum + byGroup.child[emotion], 0);
  if (subjects.child === 0) add('no-children', 'error', { count: 1 });
  else if (subjects.child < FEW_CHILDREN && check.subjectsKnown) {
    add('few-children', subjects.child < LEAST_CHILDREN ? 'error' : 'warning', { count: subjects.child });
  }
  const groups = unusable.filter(({ kind }) => kind === 'two-groups');
  add('two-groups', 'error', {
    count: groups.length,
    about: distinct(groups.map(({ why }) => text(why.values.subject))),
  });
  const leaking = split?.leakingSubjects ?? [];
  add('two-splits', 'error', { count: leaking.length, about: leaking });
  const apart = new Set((split?.leakingImages ?? []).map((paths) => JSON.stringify(paths)));
  const inSplits = pairs.filter(({ paths }) => apart.has(JSON.stringify(paths)));
  add('copies-in-splits', 'error', { count: inSplits.length, pairs: inSplits });
  const across = pairs.filter(({ subjects: [one, other] }) => one !== other);
  if (check.subjectsKnown) add('two-names', 'warning', { count: across.length, pairs: across });
  const differ = pairs.filter(({ labels: [one, other] }) => one !== null && other !== null && one !== other);
  add('other-label', 'warning', { count: differ.length, pairs: differ });
  const same = pairs.filter((pair) => !differ.includes(pair) && !(check.subjectsKnown && across.includes(pair)));
  add('same-copies', 'note', { count: same.length, pairs: same });
  if (subjects.child > 0) {
    const absent = EMOTIONS.filter((emotion) => byGroup.child[emotion] === 0);
    add('absent-emotions', 'warning', { count: absent.length, about: absent });
    const inTest = (emotion: (typeof EMOTIONS)[number]) =>
      split ? split.childTest[emotion] : Math.round(USUAL_TEST_SHARE * byGroup.child[emotion]);
    const few = EMOTIONS.filter((emotion) => byGroup.child[emotion] > 0 && inTest(emotion) < ENOUGH_TEST_IMAGES);
    add('few-of-emotion', 'warning', { count: few.length, about: few });
    if (subjects.adult === 0) add('no-adults', 'note', { count: 1 });
  }
  if (!check.subjectsKnown) add('nobody-named', 'warning', { count: 1 });
  else if (imagesPerSubject && childImages > 0 && imagesPerSubject.most / childImages > MUCH_OF_ONE_SUBJECT) {
    const count = Math.round((100 * imagesPerSubject.most) / childImages);
    add('mostly-one', 'warning', { count, about: [imagesPerSubject.mostSubject] });
  }
  const spelt = remarks.flatMap(({ how }) => how.filter(({ reason }) => reason === 'readHow.subject'));
  const both = spelt.map(({ values }) => `${text(values.one)} / ${text(values.other)}`);
  add('spelt-alike', 'note', { count: both.length, about: distinct(both) });
  const words = unusable.filter(({ why }) => why.reason === 'leftOut.emotion' && !isUnlabelled(why));
  add('words', 'warning', { count: words.length, about: distinct(words.map(({ why }) => text(why.values.found))) });
  add('broken', 'warning', { count: broken.length, about: broken });
  const unlabelled = unusable.filter(({ why }) => isUnlabelled(why));
  add('unlabelled', 'note', { count: unlabelled.reduce((sum, { rows = 1 }) => sum + rows, 0) });
  const told = new Set<object>([...groups, ...words, ...unlabelled]);
  const isBroken = new Set(broken);
  const others = unusable.filter((each) => !told.has(each) && !isBroken.has(each.path));
  add('left-out', 'warning', { count: others.length, about: distinct(others.map(({ path }) => path)) });
  return (['error', 'warning', 'note'] as const).flatMap((kind) => found.filter((each) => each.kind === kind));
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
