import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { emotionStyle } from './emotion-style.ts';
import { inkOn } from './ink-on.ts';

type Rgb = readonly [number, number, number];

function linear(colour: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Deuteranopia in linear RGB: Machado, Oliveira, Fernandes 2009, doi:10.1109/TVCG.2009.113, severity 1.0. */
const DEUTERANOPIA = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
] as const;

const seenBy = (matrix: typeof DEUTERANOPIA, rgb: Rgb) =>
  matrix.map((row) => row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]) as unknown as Rgb;

/** Oklab, in which distances are about as large as they look: Ottosson 2020. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const pairs = EMOTIONS.flatMap((a, index) => EMOTIONS.slice(index + 1).map((b) => [a, b] as const));

describe('emotionStyle', () => {
  it.each([...EMOTIONS, null])('gives %s at least 3:1 against white', (emotion) => {
    expect(1.05 / (luminance(linear(emotionStyle(emotion).colour)) + 0.05)).toBeGreaterThanOrEqual(3);
  });

  it.each([...EMOTIONS, null])('gives %s at least 4.5:1 against the screen at night', (emotion) => {
    const ground = luminance(linear('#242424')) + 0.05;
    expect((luminance(linear(emotionStyle(emotion).nightColour)) + 0.05) / ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EMOTIONS)('can be written on at 4.5:1 in the colour of %s', (emotion) => {
    const { colour } = emotionStyle(emotion);
    const [ground, ink] = [colour, inkOn(colour)].map((each) => luminance(linear(each)) + 0.05) as [number, number];
    expect(Math.max(ground, ink) / Math.min(ground, ink)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs)('keeps %s and %s apart in red-green blindness', (a, b) => {
    const [first, second] = [a, b].map((emotion) => oklab(seenBy(DEUTERANOPIA, linear(emotionStyle(emotion).colour))));
    // 0.02 is about the smallest difference that can be seen side by side.
    expect(Math.hypot(...first!.map((value, k) => value - second![k]!))).toBeGreaterThan(0.06);
  });
});
