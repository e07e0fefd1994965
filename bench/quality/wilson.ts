import { shareByCount } from '../../src/core/evaluation/interval-by-count.ts';

/** Of a share: how many of how many, and its 95 % interval. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A share with its interval after Wilson 1927, "Probable inference"; 0 to 1 when there is nothing to count. */
export function wilson(count: number, of: number): Share {
  if (of === 0) return { count, of, value: Number.NaN, low: 0, high: 1 };
  const value = count / of;
  const [low, high] = shareByCount(value, of);
  return { count, of, value, low, high };
}

export function shareText({ count, of, value, low, high }: Share): string {
  return of === 0 ? '—' : `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] (${count}/${of})`;
}
