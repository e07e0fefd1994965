import { expect, test } from 'vitest';
import type { Landmarks, Point } from '../landmarks.ts';
import { movementsOf } from './movements.ts';

interface Face {
  readonly lidsPx?: number;
  readonly lipsPx?: number;
  readonly browsPx?: number;
  readonly jawPx?: number;
}

/** A face whose eyes are 100 pixels apart at (100, 100) and (200, 100). */
function faceOf({ lidsPx = 12, lipsPx = 8, browsPx = 30, jawPx = 5 }: Face = {}): Point[] {
  const points = Array.from({ length: 68 }, (): Point => ({ xPx: 150, yPx: 150 }));
  const put = (index: number, xPx: number, yPx: number) => {
    points[index] = { xPx, yPx };
  };
  put(0, 50, 100 + jawPx);
  put(16, 250, 100 + jawPx);
  for (const [first, xPx] of [
    [36, 100],
    [42, 200],
  ] as const) {
    put(first, xPx - 15, 100);
    put(first + 1, xPx - 5, 100 - lidsPx / 2);
    put(first + 2, xPx + 5, 100 - lidsPx / 2);
    put(first + 3, xPx + 15, 100);
    put(first + 4, xPx + 5, 100 + lidsPx / 2);
    put(first + 5, xPx - 5, 100 + lidsPx / 2);
  }
  for (let index = 17; index <= 26; index += 1) put(index, 60 + 20 * (index - 17), 100 - browsPx);
  for (const index of [61, 62, 63]) put(index, 150, 200 - lipsPx / 2);
  for (const index of [65, 66, 67]) put(index, 150, 200 + lipsPx / 2);
  return points;
}

/** Turned about the middle of the eyes, clockwise, and made larger. */
function turned(landmarks: Landmarks, degrees: number, scale: number): Point[] {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return landmarks.map(({ xPx, yPx }) => ({
    xPx: 300 + scale * ((xPx - 150) * cos - (yPx - 100) * sin),
    yPx: 300 + scale * ((xPx - 150) * sin + (yPx - 100) * cos),
  }));
}

test('lengths are shares of the distance between the eyes', () => {
  const { eyeOpening, mouthOpening, browHeight } = movementsOf(faceOf({ lidsPx: 12, lipsPx: 20, browsPx: 35 }));
  expect(eyeOpening).toBeCloseTo(0.12);
  expect(mouthOpening).toBeCloseTo(0.2);
  expect(browHeight).toBeCloseTo(0.35);
});

test('a head that leans over, or is nearer, changes nothing but its lean', () => {
  const upright = movementsOf(faceOf());
  const leaning = movementsOf(turned(faceOf(), 20, 1.7));
  expect(upright.rollDeg).toBeCloseTo(0);
  expect(leaning.rollDeg).toBeCloseTo(20);
  for (const name of ['pitchDeg', 'eyeOpening', 'mouthOpening', 'browHeight'] as const) {
    expect(leaning[name]).toBeCloseTo(upright[name]);
  }
});

test('a face looks down when the ends of its jaw rise against its eyes', () => {
  const [down, level, up] = [-20, 5, 30].map((jawPx) => movementsOf(faceOf({ jawPx })).pitchDeg);
  expect(down).toBeCloseTo(1.8 + 7.5);
  expect(level).toBeCloseTo(1.8 - 1.875);
  expect(up).toBeCloseTo(1.8 - 11.25);
});

test('closed lips and lids are 0', () => {
  expect(movementsOf(faceOf({ lidsPx: 0, lipsPx: 0 }))).toMatchObject({ eyeOpening: 0, mouthOpening: 0 });
});
