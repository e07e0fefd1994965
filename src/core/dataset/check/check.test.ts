import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { failure } from '../../words/failure.ts';
import type { Dataset, ImageRecord } from '../dataset.ts';
import { type CheckMaterial, checkDataset } from './check.ts';

function record(i: number, change: Partial<ImageRecord> = {}): ImageRecord {
  return {
    dir: '/cohort',
    path: `${i}.jpg`,
    row: i + 2,
    subject: `c${i}`,
    group: 'child',
    ageYears: 5,
    emotion: 'happiness',
    votes: null,
    box: null,
    split: null,
    source: { kind: 'file' },
    ...change,
  };
}

function check(
  records: readonly ImageRecord[],
  change: Partial<Omit<CheckMaterial, 'dataset'>> & { dataset?: Partial<Dataset> } = {},
) {
  const dataset = {
    folders: [],
    names: ['cohort'],
    name: 'cohort',
    records,
    problems: [],
    remarks: [],
    subjectsKnown: true,
    ...change.dataset,
  };
  return checkDataset({ shown: records, faceless: [], duplicates: [], second: null, ...change, dataset });
}

const textsOf = (found: ReturnType<typeof check>, kind: string) =>
  found.findings.filter((each) => each.kind === kind).map(({ text }) => text);

/** So many children with each emotion once, and as many adults. */
function balanced(people: number, change: (i: number) => Partial<ImageRecord> = () => ({})): ImageRecord[] {
  return (['child', 'adult'] as const).flatMap((group) =>
    Array.from({ length: people }, (_, person) =>
      EMOTIONS.map((emotion, k) => {
        const ageYears = group === 'child' ? 4 + (person % 10) : 30;
        const path = `${group}/${person}/${emotion}.jpg`;
        return record(person * 7 + k, {
          path,
          subject: `${group}${person}`,
          group,
          ageYears,
          emotion,
          ...change(person),
        });
      }),
    ).flat(),
  );
}

describe('checkDataset', () => {
  it('finds nothing to say of a large and balanced dataset', () => {
    const found = check(balanced(90));
    expect(found).toMatchObject({
      images: 1260,
      subjects: { child: 90, adult: 90 },
      imagesPerSubject: { least: 7, median: 7, most: 7 },
      byGroup: { child: { fear: 90 }, adult: { neutral: 90 } },
      findings: [],
    });
    expect(found.byAgeBand.map(({ group, band, subjects }) => [group, band, subjects])).toEqual([
      ['child', '3-5', 18],
      ['child', '6-8', 27],
      ['child', '9-12', 36],
      ['child', '13-17', 9],
      ['adult', '18+', 90],
    ]);
  });

  it('says which emotion has too few child images for a figure, or none, or no adult', () => {
    const records = balanced(90).filter(
      ({ emotion, group, subject }) =>
        !(emotion === 'fear' && (group === 'adult' || Number(subject.slice(5)) >= 6)) &&
        !(emotion === 'disgust' && group === 'child'),
    );
    const found = check(records);
    expect(textsOf(found, 'warning')).toEqual([
      'No child shows disgust: a model neither learns it from children nor is tested on it.',
      'No figure can be given for fear (6 child images, about 2 of them in a test of a quarter): at least 10 test images are needed.',
    ]);
    expect(textsOf(found, 'note')).toEqual(['No adult shows fear: adults as augmentations adds nothing to these.']);
    expect(textsOf(found, 'error')).toEqual([]);
  });

  it('counts a test that the dataset brings, not a quarter', () => {
    const records = balanced(90, (i) => ({ split: i < 9 ? 'test' : 'train' }));
    const found = check(records);
    expect(found.split).toMatchObject({ images: { test: 126, train: 1134 }, childTest: { anger: 9 } });
    expect(textsOf(found, 'warning')[0]).toMatch(
      /^No figure can be given for anger \(90 child images, 9 of them in the test\), disgust/,
    );
    expect(check(balanced(90, (i) => ({ split: i < 10 ? 'test' : 'train' }))).findings).toEqual([]);
  });

  it('takes a subject or a photograph on both sides of a given split for an error', () => {
    const records = balanced(90, (i) => ({ split: i < 30 ? 'test' : 'train' }));
    records[0] = record(0, { ...records[0], split: 'train' });
    const duplicates = [
      { a: 7, b: 400, correlation: 0.99 },
      { a: 8, b: 15, correlation: 0.98 },
    ];
    const found = check(records, { duplicates });
    expect(textsOf(found, 'error')).toEqual([
      '1 subject on both sides of the split that the dataset brings: child0. Its test would flatter every model.',
      `1 pair of one photograph on both sides of the split that the dataset brings: ${records[7]!.path} and ${records[400]!.path}. Leave one of each pair out.`,
    ]);
    expect(found.split!.leakingSubjects).toEqual(['child0']);
  });

  it('tells copies within a subject from copies across subjects, and different labels on one photograph', () => {
    const records = balanced(90);
    const duplicates = [
      { a: 0, b: 1, correlation: 0.98 },
      { a: 0, b: 7, correlation: 0.99 },
      { a: 14, b: 7, correlation: 0.97 },
    ];
    const found = check(records, { duplicates });
    expect(found.duplicates).toMatchObject({ tiedSubjects: 3, differentEmotions: 1 });
    expect(found.duplicates.withinSubjects).toHaveLength(1);
    expect(found.duplicates.acrossSubjects[0]).toEqual({
      paths: ['child/0/anger.jpg', 'child/1/anger.jpg'],
      subjects: ['child0', 'child1'],
      emotions: ['anger', 'anger'],
      correlation: 0.99,
    });
    expect(found.findings.map(({ kind, text }) => [kind, text.split(':')[0]])).toEqual([
      ['warning', '2 pairs of images of different subjects look like one photograph'],
      ['warning', '1 pair of images that look like one photograph with different emotions'],
      ['note', '1 pair of images of one subject look like one photograph, which then counts more than once.'],
    ]);
  });

  it('calls it an error when there is no child, too few of them, or somebody is a child and an adult', () => {
    expect(textsOf(check(balanced(9).filter(({ group }) => group === 'adult')), 'error')[0]).toMatch(/^No child image/);
    expect(textsOf(check(balanced(2)), 'error')).toEqual(['2 children: train, val and test need one each at least.']);
    const why = failure('leftOut.two-groups', { subject: 'p', group: 'adult', before: 'child' });
    const problems = [{ dir: '/cohort', row: 9, path: '9.jpg', why, kind: 'two-groups' as const }];
    const found = check(balanced(90), { dataset: { problems } });
    expect(textsOf(found, 'error')).toEqual([
      expect.stringContaining('subject p is adult here and child in an earlier row'),
    ]);
    expect(textsOf(found, 'warning')).toEqual([]);
  });

  it('warns of few children, unknown subjects, one face that is everywhere, and files that cannot be used', () => {
    const few = check(balanced(29));
    expect(textsOf(few, 'warning')[0]).toMatch(/^29 children: with fewer than 30/);
    const unknown = check(balanced(90), { dataset: { subjectsKnown: false } });
    expect(textsOf(unknown, 'warning')).toEqual([expect.stringMatching(/^Nothing says who is who/)]);
    const one = Array.from({ length: 80 }, (_, i) => record(9_000 + i, { subject: 'child0' }));
    expect(textsOf(check([...balanced(90), ...one]), 'warning')).toEqual([
      expect.stringMatching(/^12 % of the child images show one subject, child0/),
    ]);
    const faceless = [{ dir: '/cohort', row: 3, path: 'x.jpg', why: failure('image.no-face') }];
    const broken = check(balanced(90), { faceless });
    expect(broken.unusable).toEqual(faceless);
    expect(textsOf(broken, 'warning')).toEqual([expect.stringMatching(/^1 entry cannot be used beside 1260 images/)]);
  });

  it('says how far two columns, and annotators, agree', () => {
    const records = balanced(90);
    const relabelled = records.map((each, i) => (i % 4 === 0 ? { ...each, emotion: 'neutral' as const } : each));
    const columns = check(records, { second: { column: 'label', records: relabelled } });
    const different = records.filter(({ emotion }, i) => i % 4 === 0 && emotion !== 'neutral').length;
    expect(columns.columns).toEqual({ column: 'label', images: 1260, different });
    expect(textsOf(columns, 'warning')).toEqual([
      expect.stringMatching(/^Column "label" differs in 270 of 1260 images \(21 %\)/),
    ]);

    const votes = (top: number) => [top, 1 - top, 0, 0, 0, 0, 0];
    const voted = records.map((each, i) => ({ ...each, votes: i < 10 ? votes(0.5) : votes(0.9) }));
    const annotators = check(voted);
    expect(annotators.annotators).toMatchObject({ images: 1260, withoutMajority: 10 });
    expect(annotators.annotators!.meanTopShare).toBeCloseTo(0.9 - (0.4 * 10) / 1260, 9);
    expect(textsOf(annotators, 'note')).toEqual([expect.stringMatching(/^In 10 of 1260 images/)]);
  });

  it('counts what has no age, and holds nothing of an empty dataset', () => {
    const found = check(balanced(90, (i) => (i < 5 ? { ageYears: null } : {})));
    expect(textsOf(found, 'note')).toEqual(['35 child images without an age: no figure by age covers them.']);
    expect(check([])).toMatchObject({
      images: 0,
      imagesPerSubject: null,
      annotators: null,
      columns: null,
      split: null,
    });
  });
});
