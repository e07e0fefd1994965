import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ASK_EVERY_MS, followOpening } from './follow-opening.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks once for all that were opened within a while, again for later ones, and never after the wall is gone', () => {
  let tell = () => {};
  const ask = vi.fn();
  const end = followOpening((onOpened) => {
    tell = onOpened;
    return () => {};
  }, ask);
  for (let image = 0; image < 100; image += 1) tell();
  expect(ask).not.toHaveBeenCalled();
  vi.advanceTimersByTime(ASK_EVERY_MS);
  expect(ask).toHaveBeenCalledTimes(1);
  tell();
  vi.advanceTimersByTime(ASK_EVERY_MS);
  expect(ask).toHaveBeenCalledTimes(2);
  tell();
  end();
  vi.advanceTimersByTime(ASK_EVERY_MS);
  expect(ask).toHaveBeenCalledTimes(2);
});
