import { symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { englishOf } from '../words/failure-sentence.ts';
import { DatasetError, describeProblem } from './dataset.ts';
import { readDataset } from './read-dataset.node.ts';
import { temporaryDataset } from './testing/temporary-dataset.node.ts';

const HEADER = 'path,subject,group,emotion,hair\n';
const EMOTION = { labelColumn: 'emotion' };

describe('readDataset with a manifest', () => {
  it('goes on after rows that cannot be used, and names each with its row and reason', async () => {
    using dataset = temporaryDataset({
      'manifest.csv': `\uFEFF${HEADER}a.jpg,c1,child,fear,long\nmissing.jpg,c1,child,fear,\n\nb.jpg,c1,child,joy,\nonly-one-field\na.jpg,c1,child,fear,\nb.jpg,c2,child,anger,"short, dark"\n`,
      'a.jpg': '',
      'b.jpg': '',
    });
    const { records, problems, subjectsKnown } = await readDataset([dataset.dir], EMOTION);
    expect(records.map(({ path, row, subject }) => [path, row, subject])).toEqual([
      ['a.jpg', 2, 'c1'],
      ['b.jpg', 8, 'c2'],
    ]);
    expect(problems.map((each) => describeProblem(each)).sort()).toEqual([
      expect.stringMatching(/^a.jpg, row 7: the image was named before, in row 2$/),
      expect.stringMatching(/^b.jpg, row 5: an emotion .* found "joy"$/),
      expect.stringMatching(/^manifest.csv, row 6: not a row of a table/),
      expect.stringMatching(/^missing.jpg, row 3: there is no such file$/),
    ]);
    expect(subjectsKnown).toBe(true);
  });

  it('names a missing column and those that it found', async () => {
    using dataset = temporaryDataset({ 'manifest.csv': 'path,group,emotion\n' });
    const reading = readDataset([dataset.dir], EMOTION);
    await expect(reading).rejects.toThrow(DatasetError);
    await expect(reading).rejects.toThrow(
      /manifest.csv row 1: column "subject" is missing; found path, group, emotion/,
    );
    await expect(readDataset([dataset.dir], { labelColumn: 'votes' })).rejects.toThrow(/"subject", "votes"/);
  });

  it('refuses a manifest that counts the votes for some of the emotions only', async () => {
    using dataset = temporaryDataset({ 'manifest.csv': 'path,subject,group,emotion,votes_fear,votes_anger\n' });
    await expect(readDataset([dataset.dir], EMOTION)).rejects.toThrow(
      /"votes_disgust", "votes_happiness".* is missing/,
    );
  });

  it('refuses a manifest without line ends instead of filling the memory', async () => {
    using dataset = temporaryDataset({ 'manifest.csv': HEADER + 'x'.repeat(300_000) });
    const { records, problems } = await readDataset([dataset.dir], EMOTION);
    expect(records).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    for (const { path, why } of problems) {
      expect(path).toBe('manifest.csv');
      expect(englishOf(why)).toMatch(/not a row of a table/);
    }
  });

  it('does not follow a link out of the folder', async () => {
    using secret = temporaryDataset({ 'secret.jpg': '' });
    using dataset = temporaryDataset({ 'manifest.csv': `${HEADER}link.jpg,c1,child,fear,\n` });
    symlinkSync(join(secret.dir, 'secret.jpg'), join(dataset.dir, 'link.jpg'));
    const { records, problems } = await readDataset([dataset.dir], EMOTION);
    expect(records).toEqual([]);
    expect(englishOf(problems[0]!.why)).toMatch(/leads out/);
  });

  it('leaves out the subjects that were excluded', async () => {
    using dataset = temporaryDataset({
      'manifest.csv': `${HEADER}a.jpg,c1,child,fear,\nb.jpg,c2,child,fear,\n`,
      'a.jpg': '',
      'b.jpg': '',
    });
    const { records, problems } = await readDataset([dataset.dir], { ...EMOTION, exclude: ['c1'] });
    expect(records.map(({ subject }) => subject)).toEqual(['c2']);
    expect(problems).toEqual([]);
  });
});

describe('readDataset with several folders', () => {
  it('takes one id for one person, who cannot be child and adult', async () => {
    using first = temporaryDataset({ 'manifest.csv': `${HEADER}a.jpg,p1,child,fear,\n`, 'a.jpg': '' });
    using second = temporaryDataset({
      'manifest.csv': `${HEADER}a.jpg,p1,child,anger,\nb.jpg,p1,adult,fear,\n`,
      'a.jpg': '',
      'b.jpg': '',
    });
    const { records, problems, names, name } = await readDataset([first.dir, second.dir], EMOTION);
    expect(records.map(({ subject, emotion }) => [subject, emotion])).toEqual([
      ['p1', 'fear'],
      ['p1', 'anger'],
    ]);
    expect(problems.map(({ why }) => englishOf(why))).toEqual(['subject p1 is adult here and child in an earlier row']);
    expect(names).toEqual([basename(first.dir), basename(second.dir)]);
    expect(name).toBe(names.join(' + '));
  });

  it('refuses a folder given twice, a missing one, and one that is no dataset', async () => {
    using dataset = temporaryDataset({ 'notes.txt': '' });
    await expect(readDataset([dataset.dir], EMOTION)).rejects.toThrow(/is no dataset: a manifest.csv/);
    await expect(readDataset([join(dataset.dir, 'none')], EMOTION)).rejects.toThrow(/there is no folder/);
    await expect(readDataset([], EMOTION)).rejects.toThrow(RangeError);
    using other = temporaryDataset({ 'manifest.csv': HEADER });
    await expect(readDataset([other.dir, `${other.dir}/.`], EMOTION)).rejects.toThrow(/given twice/);
  });
});

describe('readDataset with group and emotion folders', () => {
  it('takes each file for its own subject, says so, and names what does not belong', async () => {
    using dataset = temporaryDataset({
      'child/anger/b.jpg': '',
      'child/anger/a.PNG': '',
      'child/anger/notes.txt': '',
      'child/contempt/a.jpg': '',
      'adult/neutral/a.jpg': '',
      'adult/neutral/.hidden': '',
    });
    const { records, problems, subjectsKnown } = await readDataset([dataset.dir], EMOTION);
    const name = basename(dataset.dir);
    expect(records.map(({ subject, group, emotion }) => [subject, group, emotion])).toEqual([
      [`${name}/child/anger/a.PNG`, 'child', 'anger'],
      [`${name}/child/anger/b.jpg`, 'child', 'anger'],
      [`${name}/adult/neutral/a.jpg`, 'adult', 'neutral'],
    ]);
    expect(problems.map(({ path }) => path)).toEqual(['child/anger/notes.txt', 'child/contempt']);
    expect(subjectsKnown).toBe(false);
  });
});
