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

test('faces are near within one and a half widths of the larger', () => {
  expect(areNear(at(0), at(140))).toBe(true);
  expect(areNear(at(0), at(160))).toBe(false);
  expect(areNear(at(0), at(160, 150))).toBe(true);
});
