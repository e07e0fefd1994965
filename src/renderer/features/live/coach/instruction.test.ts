import { expect, test } from 'vitest';
import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import { HeldInstruction } from './held-instruction.ts';
import { instructionFor } from './instruction.ts';

const face = { box: { xPx: 0, yPx: 0, widthPx: 9, heightPx: 9 }, who: 'unknown' } as const;

type Seen = Pick<FrameResult, 'faces' | 'onlyFace' | 'reason'>;

function seen(reason: GapReason | null, brightnessAround = 0.4): Seen {
  return { faces: [face], onlyFace: { reason, brightnessAround }, reason: 'not-enrolled' };
}

function unseen(reason: GapReason, faces: Seen['faces'] = []): Seen {
  return { faces, onlyFace: null, reason };
}

test('each fault has the one thing to do about it', () => {
  expect(instructionFor(unseen('not-enrolled'))).toBe('turn-camera');
  expect(instructionFor({ ...seen(null), reason: 'picture-still' })).toBe('check-camera');
  expect(instructionFor(unseen('not-enrolled', [face, face]))).toBe('one-face');
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

test('in a room too dark or too bright for any face light comes before where the camera points', () => {
  expect(instructionFor(unseen('too-dark'))).toBe('more-light');
  expect(instructionFor(unseen('too-bright'))).toBe('less-light');
});

test('an instruction stands for a second and a half', () => {
  const held = new HeldInstruction();
  expect(held.show({ atMs: 0, ...seen('too-far') })).toBe('move-closer');
  expect(held.show({ atMs: 1499, ...seen(null) })).toBe('move-closer');
  expect(held.show({ atMs: 1500, ...seen(null) })).toBe('ready');
  expect(held.show({ atMs: 1600, ...seen('blurred') })).toBe('ready');
});
