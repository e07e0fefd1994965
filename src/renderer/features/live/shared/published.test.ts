import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Published } from './published.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('hearers are told at once, then at most once an interval, and of the last change', () => {
  const value = new Published({ count: 0 }, 100);
  const heard: number[] = [];
  const end = value.subscribe(() => heard.push(value.snapshot().count));
  for (let count = 1; count <= 50; count++) {
    value.change({ count });
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(200);
  expect(heard.length).toBeLessThanOrEqual(6);
  expect(heard[0]).toBe(1);
  expect(heard.at(-1)).toBe(50);
  end();
  value.change({ count: 99 });
  expect(heard.at(-1)).toBe(50);
});

test('the snapshot stands still between two tellings', () => {
  const value = new Published({ count: 0 }, 100);
  value.change({ count: 1 });
  value.change({ count: 2 });
  expect(value.snapshot()).toEqual({ count: 1 });
  expect(value.current).toEqual({ count: 2 });
  vi.advanceTimersByTime(100);
  expect(value.snapshot()).toEqual({ count: 2 });
});
