/** Of a share: how many of how many, and its 95 % interval. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** A share with its interval after Wilson 1927, "Probable inference"; 0 to 1 when there is nothing to count. */
export function wilson(count: number, of: number): Share {
  if (of === 0) return { count, of, value: Number.NaN, low: 0, high: 1 };
  const value = count / of;
  const centre = value + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((value * (1 - value)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return { count, of, value, low: (centre - half) / scale, high: (centre + half) / scale };
}

export function shareText({ count, of, value, low, high }: Share): string {
  return of === 0 ? '—' : `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] (${count}/${of})`;
}
