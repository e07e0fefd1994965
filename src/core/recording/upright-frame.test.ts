import { expect, test } from 'vitest';
import { type DecodedPlanes, type Plane, uprightFrame } from './upright-frame.ts';

function plane(values: readonly number[], widthPx: number, Kind: typeof Uint8Array | typeof Uint16Array): Plane {
  return { data: Kind.from(values), first: 0, step: 1, stride: widthPx, widthPx, heightPx: values.length / widthPx };
}

/** A picture of so wide lines of luma without colour, or with one colour all over. */
function picture(
  luma: readonly number[],
  widthPx: number,
  more: Partial<DecodedPlanes> & { readonly colour?: readonly [blue: number, red: number] } = {},
): DecodedPlanes {
  const { colour = [128, 128], bits = 8, ...rest } = more;
  const Kind = bits === 8 ? Uint8Array : Uint16Array;
  const planes = [plane(luma, widthPx, Kind), plane([colour[0]], 1, Kind), plane([colour[1]], 1, Kind)] as const;
  return { planes, bits, isRgb: false, matrix: 'bt709', isFullRange: false, ...rest };
}

const shown = (displayWidthPx: number, displayHeightPx: number, rotation = 0, isFlipped = false) => ({
  displayWidthPx,
  displayHeightPx,
  rotation,
  isFlipped,
});

const greys = ({ data }: { data: Uint8Array | Uint8ClampedArray }) => [...data].filter((_, at) => at % 4 === 0);

test('limited range goes from 16 to 235, full range from 0 to 255, in 8 bits and in 10', () => {
  const luma = [16, 235, 126, 0, 255];
  const at8 = uprightFrame(picture(luma, 5), shown(5, 1), 640).frame;
  expect(greys(at8)).toEqual([0, 255, 128, 0, 255]);
  expect(at8.data[3]).toBe(255);
  const at10 = picture(
    luma.map((each) => 4 * each),
    5,
    { bits: 10, colour: [512, 512] },
  );
  expect(greys(uprightFrame(at10, shown(5, 1), 640).frame)).toEqual([0, 255, 128, 0, 255]);
  const full = picture(luma, 5, { isFullRange: true });
  expect(greys(uprightFrame(full, shown(5, 1), 640).frame)).toEqual(luma);
});

test.each([
  // Red, green and blue of full strength, as the recommendations code them.
  ['bt709', [63, 102, 240], [255, 0, 0]],
  ['bt709', [173, 42, 26], [0, 255, 0]],
  ['smpte170m', [81, 90, 240], [255, 0, 0]],
  ['smpte170m', [41, 240, 110], [0, 0, 255]],
  ['bt2020-ncl', [74, 97, 240], [255, 0, 0]],
] as const)('a pure colour by %s', (matrix, [y, blue, red], rgb) => {
  const { data } = uprightFrame(picture([y], 1, { matrix, colour: [blue, red] }), shown(1, 1), 640).frame;
  for (const [at, wanted] of rgb.entries()) expect(Math.abs(data[at]! - wanted)).toBeLessThanOrEqual(3);
});

test('where nobody says how colours are coded, small films are taken for those of before, large ones for HD', () => {
  const [luma, colour] = [120, [128, 200]] as const;
  const greenOf = (matrix: string | null, lines: number) => {
    const decoded = picture(Array<number>(lines).fill(luma), 1, { matrix, colour });
    return uprightFrame(decoded, shown(1, lines), 640).frame.data[1];
  };
  expect(greenOf('bt709', 1)).not.toBe(greenOf('smpte170m', 1));
  expect(greenOf(null, 719)).toBe(greenOf('smpte170m', 1));
  expect(greenOf(null, 720)).toBe(greenOf('bt709', 1));
});

test('a picture that lies is turned upright, one that is mirrored is mirrored back', () => {
  // 1 2 3 / 4 5 6
  const lying = picture([1, 2, 3, 4, 5, 6], 3, { isFullRange: true });
  const turned = (rotation: number, width: number, isFlipped = false) =>
    greys(uprightFrame(lying, shown(width, 6 / width, rotation, isFlipped), 640).frame);
  expect(turned(0, 3)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(turned(90, 2)).toEqual([4, 1, 5, 2, 6, 3]);
  expect(turned(180, 3)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(turned(270, 2)).toEqual([3, 6, 2, 5, 1, 4]);
  expect(turned(0, 3, true)).toEqual([3, 2, 1, 6, 5, 4]);
});

test('a wide picture is shrunk to the mean of what each pixel stands for, and says by how much', () => {
  const wide = picture([10, 30, 50, 70, 20, 40, 60, 80], 4, { isFullRange: true });
  const { frame, scale } = uprightFrame(wide, shown(4, 2), 2);
  expect(scale).toBe(2);
  expect([frame.widthPx, frame.heightPx]).toEqual([2, 1]);
  expect(greys(frame)).toEqual([25, 65]);
});

test('pixels that are not square are stretched', () => {
  const { frame } = uprightFrame(picture([10, 20], 2, { isFullRange: true }), shown(4, 1), 640);
  expect(greys(frame)).toEqual([10, 10, 20, 20]);
});
