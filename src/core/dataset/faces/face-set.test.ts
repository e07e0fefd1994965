import { describe, expect, it } from 'vitest';
import { CROP_PX, emotionOf, type FaceSet, joinFaces, selectFaces, votesForLabels } from './face-set.ts';

const LENGTH = CROP_PX * CROP_PX;

function faces(): FaceSet {
  return {
    count: 3,
    cropPx: CROP_PX,
    crops: Uint8Array.from({ length: 3 * LENGTH }, (_, i) => 10 + Math.floor(i / LENGTH)),
    emotion: Int8Array.from([0, 6, 3]),
    votes: Float32Array.from({ length: 21 }, (_, i) => i),
    group: ['child', 'adult', 'child'],
    subject: ['c1', 'a1', 'c2'],
    ageYears: [4, null, 9],
    path: ['1.jpg', '2.jpg', '3.jpg'],
  };
}

describe('selectFaces', () => {
  it('takes rows in the order asked for, as often as asked for, every column alike', () => {
    const chosen = selectFaces(faces(), [2, 1, 2]);
    expect([0, 1, 2].map((row) => chosen.crops[row * LENGTH + LENGTH - 1])).toEqual([12, 11, 12]);
    expect(chosen).toMatchObject({
      count: 3,
      emotion: Int8Array.from([3, 6, 3]),
      votes: Float32Array.of(14, 15, 16, 17, 18, 19, 20, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20),
      group: ['child', 'adult', 'child'],
      subject: ['c2', 'a1', 'c2'],
      ageYears: [9, null, 9],
      path: ['3.jpg', '2.jpg', '3.jpg'],
    });
  });

  it('shares no memory with the set it came from', () => {
    const all = faces();
    selectFaces(all, [0]).crops.fill(99);
    expect(all.crops[0]).toBe(10);
  });

  it.each([-1, 3, 0.5, Number.NaN])('refuses row %d', (row) => {
    expect(() => selectFaces(faces(), [row])).toThrow(RangeError);
  });
});

describe('joinFaces', () => {
  it('puts the parts of a set together again', () => {
    const all = faces();
    expect(joinFaces([selectFaces(all, [0]), selectFaces(all, []), selectFaces(all, [1, 2])])).toEqual(all);
    expect(joinFaces([]).count).toBe(0);
  });
});

describe('votesForLabels', () => {
  it('gives all of a row to its label', () => {
    expect([...votesForLabels(Int8Array.of(0, 6))]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('emotionOf', () => {
  it('names the emotion of a row and refuses one that is not there', () => {
    expect(emotionOf(faces(), 1)).toBe('neutral');
    expect(() => emotionOf(faces(), 3)).toThrow(/found 3/);
  });
});
