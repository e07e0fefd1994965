import { describe, expect, it } from 'vitest';
import type { Frame } from '../capture/frame.ts';
import { conceal, patchesOf, shownOf } from './conceal.ts';
import type { FrameResult } from './frame-result.ts';

const [WIDTH, HEIGHT] = [120, 80];

/** The same for the same seed: 0 to 255. */
function noise(seed: number): Frame {
  let state = seed;
  const data = Uint8ClampedArray.from({ length: 4 * WIDTH * HEIGHT }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state / 2 ** 31) * 256;
  });
  return { widthPx: WIDTH, heightPx: HEIGHT, channels: 4, data };
}

const CHILD = { xPx: 40, yPx: 30, widthPx: 20, heightPx: 20 };
const ADULT = { xPx: 55, yPx: 30, widthPx: 20, heightPx: 20 };
const HEAD = { xPx: 36, yPx: 22, widthPx: 28, heightPx: 31 };

function result(part: Partial<FrameResult>): FrameResult {
  const seen = {
    atMs: 0,
    faces: [{ box: CHILD, who: 'child' }],
    isEnrolled: true,
    hidden: [],
    onlyFace: null,
    crop: null,
  };
  return { ...seen, sample: null, reason: 'blurred', ...part } as FrameResult;
}

const isIn = (box: typeof HEAD, x: number, y: number) =>
  x >= box.xPx && x < box.xPx + box.widthPx && y >= box.yPx && y < box.yPx + box.heightPx;

/** Pixels of which the result is that of the frame. */
function clearPixels(frame: Frame, concealed: Uint8ClampedArray): { x: number; y: number }[] {
  const found = [];
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const at = 4 * (y * WIDTH + x);
      if ([0, 1, 2].every((c) => concealed[at + c] === frame.data[at + c])) found.push({ x, y });
    }
  }
  return found;
}

describe('what video may show', () => {
  it('is the head of the enrolled child, larger than the face', () => {
    const [whole, half] = [1, 2].map((scale) => Object.values(shownOf(result({}), scale).head ?? {}));
    for (const [i, px] of Object.values(HEAD).entries()) {
      expect(whole![i]).toBeCloseTo(px);
      expect(half![i]).toBeCloseTo(px / 2);
    }
  });

  it.each([
    ['nobody is enrolled', { isEnrolled: false, reason: 'not-enrolled' }],
    ['it is not sure who the child is', { reason: 'unsure-who' }],
    ['no face is the child’s', { faces: [{ box: CHILD, who: 'other' }] }],
    ['no face is found', { faces: [], reason: 'no-face' }],
    [
      'two are said to be',
      {
        faces: [
          { box: CHILD, who: 'child' },
          { box: ADULT, who: 'child' },
        ],
      },
    ],
  ])('is nothing where %s', (_, part) => {
    expect(shownOf(result(part as Partial<FrameResult>), 1)).toEqual({ head: null, others: [] });
  });

  it('is nothing of another head that lies over the child’s', () => {
    const frame = noise(1);
    const shown = shownOf(result({ hidden: [ADULT] }), 1);
    const clear = clearPixels(frame, conceal(frame, patchesOf(frame), shown));
    expect(clear.length).toBeGreaterThan(100);
    const overlap = clear.filter(({ x, y }) => isIn(shown.others[0] as typeof HEAD, x, y));
    // Now and then a mean is by chance the pixel's own colour.
    expect(overlap.length).toBeLessThan(3);
  });
});

describe('concealing', () => {
  it('leaves the head as it is', () => {
    const frame = noise(2);
    const concealed = conceal(frame, patchesOf(frame), { head: HEAD, others: [] });
    const clear = clearPixels(frame, concealed).filter(({ x, y }) => isIn(HEAD, x, y));
    expect(clear).toHaveLength(HEAD.widthPx * HEAD.heightPx);
  });

  it('lets nothing through of the rest but 24 mean colours: two pictures with the same ones come out the same', () => {
    const frame = noise(3);
    const turned = { ...frame, data: withPatchesTurned(frame) };
    const [a, b] = [frame, turned].map((each) => conceal(each, patchesOf(each), { head: null, others: [] }));
    expect(turned.data).not.toEqual(frame.data);
    expect(patchesOf(turned)).toEqual(patchesOf(frame));
    expect(a).toEqual(b);
  });

  it('has the mean of a patch in its middle', () => {
    const frame = noise(4);
    const concealed = conceal(frame, patchesOf(frame), { head: null, others: [] });
    let sum = 0;
    for (let y = 0; y < 20; y++) for (let x = 0; x < 20; x++) sum += frame.data[4 * (y * WIDTH + x)]!;
    // The four pixels around the middle of the first patch.
    const middle = [9, 10].flatMap((y) => [9, 10].map((x) => concealed[4 * (y * WIDTH + x)]!));
    expect(middle.reduce((total, value) => total + value, 0) / 4).toBeCloseTo(sum / 400, 0);
  });

  it('takes a head that reaches out of the picture', () => {
    const frame = noise(5);
    const head = { xPx: -10, yPx: -10, widthPx: 300, heightPx: 300 };
    expect(clearPixels(frame, conceal(frame, patchesOf(frame), { head, others: [] }))).toHaveLength(WIDTH * HEIGHT);
  });
});

/** Each patch of 20 by 20 pixels turned by half: other pictures, the same means. */
function withPatchesTurned({ data }: Frame): Uint8ClampedArray {
  const turned = new Uint8ClampedArray(data.length);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [top, left] = [y - (y % 20), x - (x % 20)];
      const from = 4 * ((top + 19 - (y % 20)) * WIDTH + left + 19 - (x % 20));
      turned.set(data.subarray(from, from + 4), 4 * (y * WIDTH + x));
    }
  }
  return turned;
}
