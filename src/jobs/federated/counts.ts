import type { FederationFile } from './federation-file.ts';

/** The lower ends of the bands that stand for a count. */
const BANDS = [0, 1, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000] as const;

/** A count of images or children as others may learn it: as it is, or as the lower end of its band. */
export function asShared(count: number, { imageCountAs }: Pick<FederationFile, 'imageCountAs'>): number {
  return imageCountAs === 'count' ? count : BANDS.findLast((least) => least <= count)!;
}
