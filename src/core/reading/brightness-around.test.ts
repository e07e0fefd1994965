import { expect, test } from 'vitest';
import { brightnessAround } from './brightness-around.ts';

test('the face itself does not count', () => {
  const data = new Uint8Array(64 * 64 * 3).fill(255);
  for (let y = 16; y < 48; y++) data.fill(0, 3 * (y * 64 + 16), 3 * (y * 64 + 48));
  const frame = { widthPx: 64, heightPx: 64, channels: 3, data } as const;
  expect(brightnessAround(frame, { xPx: 16, yPx: 16, widthPx: 32, heightPx: 32 })).toBeCloseTo(1, 3);
  expect(brightnessAround(frame, { xPx: 0, yPx: 0, widthPx: 64, heightPx: 64 })).toBe(0);
});
