import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import type { Box } from '../../emotion/box.ts';
import type { Frame } from '../frame.ts';

/** Pictures of the demo cohort, set into a camera frame so that the detector sees them as it sees a child in a bed. */
const COHORT = join(import.meta.dirname, '../../../../resources/demo-cohort');
const STORED_PX = 128;
const SIDE_PX = 320;
const LEFT_PX = 160;
const TOP_PX = 80;

/** A row of the cohort's manifest. */
export interface CohortRow {
  readonly path: string;
  readonly subject: string;
  readonly emotion: string;
  /** The head in the stored picture: left, top, right and bottom, in its pixels. */
  readonly x0: string;
  readonly y0: string;
  readonly x1: string;
  readonly y1: string;
}

/** The cohort's pictures of children, in the manifest's order. */
export function childRows(): CohortRow[] {
  const rows = parse<CohortRow & { group: string }>(readFileSync(join(COHORT, 'manifest.csv')), { columns: true });
  return rows.filter(({ group }) => group === 'child');
}

/** So many of them, evenly spread. */
export function someOf<T>(rows: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)]!);
}

/** A picture in the middle of a frame of 640 x 480, its edge going on to the frame's. */
export async function portraitInCamera({ path }: Pick<CohortRow, 'path'>): Promise<Frame> {
  const data = await sharp(join(COHORT, path))
    .resize(SIDE_PX, SIDE_PX)
    .extend({ top: TOP_PX, bottom: TOP_PX, left: LEFT_PX, right: LEFT_PX, extendWith: 'copy' })
    .raw()
    .toBuffer();
  return { widthPx: 640, heightPx: 480, channels: 3, data };
}

/** Where the manifest says that the head is in that frame. */
export function headInCamera({ x0, y0, x1, y1 }: CohortRow): Box {
  const scale = SIDE_PX / STORED_PX;
  return {
    xPx: LEFT_PX + scale * Number(x0),
    yPx: TOP_PX + scale * Number(y0),
    widthPx: scale * (Number(x1) - Number(x0)),
    heightPx: scale * (Number(y1) - Number(y0)),
  };
}
