import { expect, it } from 'vitest';
import { completedRow, saidOfImages } from './said-of-images.ts';
import type { DatasetStatement } from './statement.ts';
import { isSubjectPattern, type SubjectRule, subjectReader } from './subject-rule.ts';

const PATHS = ['ward/fear/c003_day1 (2).jpg', 'ward/zorgelijk/c004-1.PNG', 'ward/fear/anna/x.jpg'];

it.each<[SubjectRule, (string | null)[]]>([
  [{ kind: 'folder' }, [null, 'zorgelijk', 'anna']],
  [{ kind: 'name-start' }, ['c003', 'c004', 'x']],
  [{ kind: 'without-number' }, ['c003_day1', 'c004', 'x']],
  [{ kind: 'file' }, ['ward/fear/c003_day1 (2)', 'ward/zorgelijk/c004-1', 'ward/fear/anna/x']],
  [{ kind: 'nobody' }, [null, null, null]],
  [{ kind: 'pattern', pattern: 'C{subject}_*' }, ['003', null, null]],
  [{ kind: 'pattern', pattern: 'fear/{subject}/*' }, [null, null, 'anna']],
  [{ kind: 'pattern', pattern: '{subject}_day1 (*)' }, ['c003', null, null]],
])('%j reads subjects off folders and names', (rule, subjects) => {
  expect(PATHS.map(subjectReader(rule, PATHS))).toEqual(subjects);
});

it('a pattern marks the subject once', () => {
  expect(['{subject}_*', '*', '{subject}{subject}', ''].map(isSubjectPattern)).toEqual([true, false, false, false]);
});

it('says of an image what a manifest would, and what a folder is called that should name an emotion', () => {
  const statement: DatasetStatement = {
    group: 'child',
    subject: { kind: 'name-start' },
    emotionsFromFolders: true,
    shows: 'photographs',
    realChildren: true,
    licence: null,
    consent: 'agreed',
  };
  expect(PATHS.slice(0, 2).map(saidOfImages(statement, PATHS))).toEqual([
    { subject: 'c003', group: 'child', emotion: 'fear' },
    { subject: 'c004', group: 'child', emotion: 'zorgelijk' },
  ]);
  expect(saidOfImages({ ...statement, emotionsFromFolders: false }, PATHS)(PATHS[0]!).emotion).toBe('');
  expect(saidOfImages({ ...statement, group: null }, ['adult/x.jpg'])('adult/x.jpg').group).toBe('adult');
});

it('leaves what a row says itself', () => {
  const said = { subject: 'c1', group: 'child', emotion: 'fear' } as const;
  const row = { path: 'x.jpg', subject: 'anna', emotion: '' };
  expect(completedRow(row, said, 'emotion')).toEqual({ path: 'x.jpg', subject: 'anna', group: 'child', emotion: '' });
});
