import { expect, test } from 'vitest';
import type { GapReason } from '../../../../core/emotion/sample.ts';
import type { Look } from '../vision/vision-messages.ts';
import { HeldInstruction } from './held-instruction.ts';
import { instructionFor } from './instruction.ts';

const face = { box: { xPx: 0, yPx: 0, widthPx: 9, heightPx: 9 }, who: 'unknown' } as const;

function seen(reason: GapReason | null, brightnessAround = 0.4): Pick<Look, 'faces' | 'onlyFace'> {
  return { faces: [face], onlyFace: { reason, brightnessAround } };
}

test('each fault has the one thing to do about it', () => {
  expect(instructionFor({ faces: [], onlyFace: null })).toBe('turn-camera');
  expect(instructionFor({ faces: [face, face], onlyFace: null })).toBe('one-face');
  expect(instructionFor(seen('too-far'))).toBe('move-closer');
  expect(instructionFor(seen('turned-away'))).toBe('look-here');
  expect(instructionFor(seen('too-bright'))).toBe('less-light');
  expect(instructionFor(seen('covered'))).toBe('uncover');
  expect(instructionFor(seen('blurred'))).toBe('hold-still');
  expect(instructionFor(seen(null))).toBe('ready');
});

test('a dark face before a bright window needs less light behind it, in a dark room more light on it', () => {
  expect(instructionFor(seen('too-dark', 0.8))).toBe('less-light-behind');
  expect(instructionFor(seen('too-dark', 0.1))).toBe('more-light');
});

test('an instruction stands for a second and a half', () => {
  const held = new HeldInstruction();
  expect(held.show({ atMs: 0, ...seen('too-far') })).toBe('move-closer');
  expect(held.show({ atMs: 1499, ...seen(null) })).toBe('move-closer');
  expect(held.show({ atMs: 1500, ...seen(null) })).toBe('ready');
  expect(held.show({ atMs: 1600, ...seen('blurred') })).toBe('ready');
});
