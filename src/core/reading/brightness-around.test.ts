import { expect, test } from 'vitest';
import type { Box } from '../emotion/box.ts';
import { brightnessAround } from './brightness-around.ts';

test('is the mean of every eighth pixel outside of the box', () => {
  const level = (x: number, y: number) => 4 * x + y;
  const data = Uint8Array.from({ length: 32 * 24 * 3 }, (_, i) => level(Math.floor(i / 3) % 32, Math.floor(i / 96)));
  const frame = { widthPx: 32, heightPx: 24, channels: 3, data } as const;
  const brightness = (box: Box) => brightnessAround(frame, box) * 255;
  const rim: [number, number][] = [0, 8, 16, 24].flatMap((x): [number, number][] => [0, 16].map((y) => [x, y]));
  const mean = (...columns: number[]) => {
    const places = [...rim, ...columns.map((x): [number, number] => [x, 8])];
    return places.reduce((sum, place) => sum + level(...place), 0) / places.length;
  };
  expect(brightness({ xPx: 8, yPx: 8, widthPx: 9, heightPx: 8 }), 'up to 17 and 16').toBeCloseTo(mean(0, 24), 4);
  expect(brightness({ xPx: 9, yPx: 8, widthPx: 8, heightPx: 1 }), 'from 9 to 17').toBeCloseTo(mean(0, 8, 24), 4);
  expect(brightness({ xPx: 8, yPx: 8, widthPx: 8, heightPx: 8 }), 'up to 16').toBeCloseTo(mean(0, 16, 24), 4);
});

test('the face itself does not count', () => {
  const data = new Uint8Array(64 * 64 * 3).fill(255);
  for (let y = 16; y < 48; y++) data.fill(0, 3 * (y * 64 + 16), 3 * (y * 64 + 48));
  const frame = { widthPx: 64, heightPx: 64, channels: 3, data } as const;
  expect(brightnessAround(frame, { xPx: 16, yPx: 16, widthPx: 32, heightPx: 32 })).toBeCloseTo(1, 3);
  expect(brightnessAround(frame, { xPx: 0, yPx: 0, widthPx: 64, heightPx: 64 })).toBe(0);
});
