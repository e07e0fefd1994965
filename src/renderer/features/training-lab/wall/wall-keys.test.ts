import { expect, it } from 'vitest';
import { labelAction, moveAction } from './wall-keys.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

it.each([
  ['1', { kind: 'label', label: 'anger' }],
  ['7', { kind: 'label', label: 'neutral' }],
  ['N', { kind: 'label', label: 'no-face' }],
  ['u', { kind: 'label', label: 'not-usable' }],
  ['o', { kind: 'original' }],
  ['Backspace', { kind: 'undo' }],
  ['8', null],
  ['Enter', null],
])('%s', (key, action) => {
  expect(labelAction(press(key))).toEqual(action);
});

it('undoes with the usual keys, and leaves other shortcuts to the browser', () => {
  expect(labelAction(press('z', { ctrlKey: true }))).toEqual({ kind: 'undo' });
  expect(labelAction(press('n', { ctrlKey: true }))).toBeNull();
});

const shape = { count: 95, columns: 10, rows: 4 };

it.each([
  ['ArrowRight', 94, 94],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 84, 94],
  ['ArrowDown', 86, 86],
  ['ArrowUp', 5, 5],
  ['ArrowUp', 15, 5],
  ['PageDown', 12, 42],
  ['PageDown', 91, 94],
  ['PageUp', 12, 2],
  ['Home', 37, 30],
  ['End', 92, 94],
  ['ArrowRight', -1, 0],
])('%s from %i', (key, from, to) => {
  expect(moveAction(press(key), from, shape)).toEqual({ kind: 'move', to });
});

it('goes to either end with Control', () => {
  expect(moveAction(press('End', { ctrlKey: true }), 3, shape)).toEqual({ kind: 'move', to: 94 });
  expect(moveAction(press('Home', { ctrlKey: true }), 30, shape)).toEqual({ kind: 'move', to: 0 });
});
