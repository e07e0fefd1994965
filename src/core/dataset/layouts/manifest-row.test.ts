import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import { parseManifestRow } from './manifest-row.ts';

const ROW = { path: 'child/a.jpg', subject: 'c1', group: 'child', emotion: 'fear', label: 'anger', age: '4.5' };
const votesOf = (text: string) => Object.fromEntries(EMOTIONS.map((emotion) => [`votes_${emotion}`, text]));
const BOX = { x0: '1', y0: '2.5', x1: '11', y1: '32.5' };

describe('parseManifestRow', () => {
  it('reads a full row', () => {
    expect(parseManifestRow({ ...ROW, ...BOX }, 'emotion')).toEqual({
      kind: 'record',
      record: {
        path: 'child/a.jpg',
        source: { kind: 'file' },
        subject: 'c1',
        group: 'child',
        ageYears: 4.5,
        emotion: 'fear',
        votes: null,
        split: null,
        box: { xPx: 1, yPx: 2.5, widthPx: 10, heightPx: 30 },
      },
    });
  });

  it('reads the emotion from the column that was asked for', () => {
    expect(parseManifestRow(ROW, 'label')).toMatchObject({ record: { emotion: 'anger' } });
  });

  it('leaves age and box unknown where the fields are empty or absent', () => {
    const record = { ageYears: null, box: null };
    expect(parseManifestRow({ ...ROW, age: '', x0: '', y0: '', x1: '', y1: '' }, 'emotion')).toMatchObject({ record });
  });

  it('reads votes as shares, in the order of the emotions', () => {
    const votes = { votes_anger: '1', votes_disgust: '0', votes_fear: '6', votes_happiness: '0', votes_sadness: '0' };
    const row = { ...ROW, ...votes, votes_surprise: '3', votes_neutral: '0' };
    expect(parseManifestRow(row, 'emotion')).toMatchObject({ record: { votes: [0.1, 0, 0.6, 0, 0, 0.3, 0] } });
  });

  it.each([
    [{ path: '' }, /path was expected/],
    [{ path: '../other/a.jpg' }, /leads out/],
    [{ path: 'child/../../a.jpg' }, /leads out/],
    [{ path: '..\\a.jpg' }, /leads out/],
    [{ path: '/etc/passwd' }, /leads out/],
    [{ path: 'C:\\a.jpg' }, /leads out/],
    [{ path: 'a\0.jpg' }, /leads out/],
    [{ subject: '' }, /subject/],
    [{ group: 'teenager' }, /child or adult.*"teenager"/],
    [{ emotion: 'Joy' }, /anger, disgust.*"emotion".*"Joy"/],
    [{ emotion: 'toString' }, /"toString"/],
    [{ age: '-1' }, /age.*"-1"/],
    [{ age: 'four' }, /age.*"four"/],
    [{ age: '1e9' }, /age/],
    [{ votes_anger: '1' }, /votes_anger, .*votes_neutral.*"1,,,,,,"/],
    [votesOf('0'), /one of them > 0/],
    [votesOf('-1'), /votes >= 0/],
    [votesOf('many'), /"many,many/],
    [votesOf('Infinity'), /votes/],
    [{ ...BOX, x1: '' }, /face box.*"1,2.5,,32.5"/],
    [{ ...BOX, x1: '1' }, /x1 > x0/],
    [{ ...BOX, y1: 'Infinity' }, /face box/],
  ])('says what is wrong with %o', (change, reason) => {
    const parsed = parseManifestRow({ ...ROW, ...change }, 'emotion');
    expect(parsed.kind === 'problem' && englishOf(parsed.why)).toMatch(reason);
  });
});
