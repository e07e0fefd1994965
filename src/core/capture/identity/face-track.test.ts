import { describe, expect, test } from 'vitest';
import type { Box } from '../../emotion/box.ts';
import { areNear, continueTracks } from './face-track.ts';

const at = (xPx: number, widthPx = 100): Box => ({ xPx, yPx: 50, widthPx, heightPx: 100 });

describe('continueTracks', () => {
  test('a face that moved a little goes on, whatever the order', () => {
    const tracks = [
      { box: at(0), atMs: 0 },
      { box: at(400), atMs: 0 },
    ];
    expect(continueTracks(tracks, [at(410), at(10)], 66)).toEqual([1, 0]);
  });

  test('a missed face may come back soon, not late', () => {
    const track = [{ box: at(0), atMs: 0 }];
    expect(continueTracks(track, [], 66)).toEqual(['missing']);
    expect(continueTracks(track, [at(0)], 200)).toEqual([0]);
    expect(continueTracks(track, [at(0)], 300)).toEqual(['ended']);
  });

  test('a rival on the spot, a rival track and a jump end it', () => {
    expect(continueTracks([{ box: at(0), atMs: 0 }], [at(5), at(60)], 66)).toEqual(['ended']);
    expect(
      continueTracks(
        [
          { box: at(0), atMs: 0 },
          { box: at(30), atMs: 0 },
        ],
        [at(15)],
        66,
      ),
    ).toEqual(['ended', 'ended']);
    expect(continueTracks([{ box: at(0), atMs: 0 }], [at(60)], 66)).toEqual(['ended']);
  });
});

describe('the limits', () => {
  const track = [{ box: at(0), atMs: 0 }];

  test('an overlap of 0.4 goes on, less does not', () => {
    // (100 - d) / (100 + d)
    expect(continueTracks(track, [at(42)], 66), '0.408').toEqual([0]);
    expect(continueTracks(track, [at(43)], 66), '0.399').toEqual(['ended']);
  });

  test('a second face that overlaps by 0.15 is a rival, one that overlaps less is not', () => {
    expect(continueTracks(track, [at(5), at(73)], 66), '0.156').toEqual(['ended']);
    expect(continueTracks(track, [at(5), at(74)], 66), '0.149').toEqual([0]);
    expect(continueTracks(track, [at(73)], 66)).toEqual(['ended']);
    expect(continueTracks(track, [at(74)], 66)).toEqual(['missing']);
  });

  test('270 ms without a face are a moment, more are not', () => {
    expect(continueTracks(track, [at(0)], 270)).toEqual([0]);
    expect(continueTracks(track, [at(0)], 271)).toEqual(['ended']);
    expect(continueTracks(track, [], 271)).toEqual(['ended']);
  });

  test('two tracks that are both missing do not end each other', () => {
    expect(continueTracks([...track, { box: at(400), atMs: 0 }], [], 66)).toEqual(['missing', 'missing']);
  });

  test('near is told from the centres, in both directions', () => {
    const boxAt = (xPx: number, yPx: number, widthPx = 100, heightPx = 100): Box => ({ xPx, yPx, widthPx, heightPx });
    expect(areNear(boxAt(0, 0), boxAt(149, 0))).toBe(true);
    expect(areNear(boxAt(0, 0), boxAt(150, 0))).toBe(false);
    expect(areNear(boxAt(0, 0), boxAt(90, 119))).toBe(true);
    expect(areNear(boxAt(0, 0), boxAt(90, 120))).toBe(false);
    expect(areNear(boxAt(90, 120), boxAt(0, 1))).toBe(true);
    // Centres at (100, 50) and (50, 199) are more than 150 apart, their corners less than that.
    expect(areNear(boxAt(50, 0), boxAt(0, 49, 100, 300))).toBe(false);
  });
});

test('faces are near within one and a half widths of the larger', () => {
  expect(areNear(at(0), at(140))).toBe(true);
  expect(areNear(at(0), at(160))).toBe(false);
  expect(areNear(at(0), at(160, 150))).toBe(true);
});
