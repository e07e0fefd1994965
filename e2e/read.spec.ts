import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { EMOTIONS } from '../src/core/emotion/emotion.ts';
import { hasDecoder } from '../src/core/recording/testing/has-decoder.node.ts';
import { parity } from '../src/core/timeline/parity.ts';
import { clipFigures, figuresText } from './support/clip-figures.ts';
import { ClipTruth } from './support/clip-truth.ts';
import {
  type CsvRow,
  exportedRows,
  readingOf,
  startDemoSession,
  stopSession,
  untilElapsed,
} from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { skipFor } from './support/skip-for.ts';
import { expect, test } from './support/test.ts';

const FACEWARD = join(import.meta.dirname, '../src/hosts/cli/faceward.mjs');
const CLIP = join(import.meta.dirname, '../resources/demo-clip/child-session.mp4');
const CLIP_SECONDS = 60;

/** As of the same clip read by the window: a busy machine takes up fewer pictures of the live one. */
const LEAST_SAME_PERCENT = 90;

function columnsOf(rows: readonly CsvRow[]) {
  const readings = rows.filter(({ row }) => row === 'sample');
  return {
    count: readings.length,
    atMs: Float64Array.from(readings, ({ at_ms }) => Number(at_ms)),
    emotion: Int8Array.from(readings, ({ emotion }) => EMOTIONS.findIndex((each) => each === emotion)),
  };
}

test('the command reads off the clip what it shows, and agrees with the same clip read live', {
  tag: '@alone',
}, async ({ openSite, dataDir }) => {
  skipFor(hasDecoder ? null : 'no decoder of video files is installed');
  test.setTimeout(300_000);
  const csv = join(dataDir, 'clip.csv');
  const { page } = await openSite({ dataDir: join(dataDir, 'site') });
  await openDemo(page);
  await startDemoSession(page);
  await untilElapsed(page, CLIP_SECONDS);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  const live = columnsOf(await exportedRows(page));

  const { stderr } = await promisify(execFile)(process.execPath, [FACEWARD, 'read', CLIP, '--csv', csv]);
  const rows: CsvRow[] = parse(readFileSync(csv), { columns: true });
  const figures = clipFigures(new ClipTruth(), rows.filter(({ row }) => row === 'sample').map(readingOf), 0);
  const { seconds, same, low, high } = parity(live, columnsOf(rows));
  const agreement = `the same emotion in ${same} of ${seconds} seconds live and by the command (95 % interval ${low?.toFixed(2)} to ${high?.toFixed(2)})`;
  for (const description of [stderr.trim(), figuresText(figures), agreement]) {
    console.log(description);
    test.info().annotations.push({ type: 'figure', description });
  }
  expect(figures.whileAbsent).toEqual([]);
  expect(figures.fromAdult).toEqual([]);
  expect(figures.rightSeconds / figures.plainSeconds).toBeGreaterThanOrEqual(0.95);
  expect((100 * same) / seconds).toBeGreaterThanOrEqual(LEAST_SAME_PERCENT);
});
