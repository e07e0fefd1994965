import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { EMOTIONS } from '../src/core/emotion/emotion.ts';
import { hasDecoder } from '../src/core/recording/testing/has-decoder.node.ts';
import { hevcClip } from '../src/core/recording/testing/hevc-clip.node.ts';
import { withEdits } from '../src/core/recording/testing/with-edits.ts';
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
import { lyingClip } from './support/lying-clip.ts';
import { goTo, openDemo } from './support/people.ts';
import { skipFor } from './support/skip-for.ts';
import { expect, test } from './support/test.ts';

const CLIP = join(import.meta.dirname, '../resources/demo-clip/child-session.mp4');
const CLIP_SECONDS = 60;
const FACEWARD = join(import.meta.dirname, '../src/hosts/cli/faceward.mjs');

/**
 * Nearly every second that differs is one in which the face changes, and is cut in half by it. On a machine that has nothing
 * else to do 96 % are the same; a busy one takes up fewer pictures of the live clip.
 */
const LEAST_SAME_PERCENT = 90;

function columnsOf(rows: readonly CsvRow[]) {
  const readings = rows.filter(({ row }) => row === 'sample');
  return {
    count: readings.length,
    atMs: Float64Array.from(readings, ({ at_ms }) => Number(at_ms)),
    emotion: Int8Array.from(readings, ({ emotion }) => EMOTIONS.findIndex((each) => each === emotion)),
  };
}

function note(description: string): void {
  console.log(description);
  test.info().annotations.push({ type: 'figure', description });
}

/** Holds readings taken from the file against what the clip shows. */
function expectShown(rows: readonly CsvRow[], leastRight: number): void {
  const figures = clipFigures(new ClipTruth(), rows.filter(({ row }) => row === 'sample').map(readingOf), 0);
  note(figuresText(figures));
  expect(figures.whileAbsent).toEqual([]);
  expect(figures.fromAdult).toEqual([]);
  expect(figures.rightSeconds / figures.plainSeconds).toBeGreaterThanOrEqual(leastRight);
}

test('the clip read from its file, by the window and by the command, agrees with the same clip read live and with what it shows', {
  tag: '@alone',
}, async ({ openSite, dataDir }) => {
  test.setTimeout(300_000);
  const { page } = await openSite({ dataDir: join(dataDir, 'site') });
  await openDemo(page);
  let live: readonly CsvRow[] = [];

  await test.step('watch the clip live, once', async () => {
    await startDemoSession(page);
    await untilElapsed(page, CLIP_SECONDS);
    await stopSession(page);
    await page.getByRole('link', { name: 'Review this session' }).click();
    live = await exportedRows(page);
    await goTo(page, 'Live');
  });

  await test.step('read it from its file; the film waits to be told who the child is', async () => {
    await page.getByRole('button', { name: 'Read a video file' }).click();
    await page.locator('input[type=file]').setInputFiles(CLIP);
    await page.getByRole('combobox', { name: 'Live session of the same scene' }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Read the video' }).click();
    await expect(page.getByText(/^Tap the child’s face/)).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: /^Picture of the video/ }).press('Enter');
    await expect(page.getByTestId('live-word')).toHaveText('Happiness', { timeout: 60_000 });
    await expect(page.getByText(/times as fast as the video/)).toBeVisible();
    await expect(page.getByText('Read to the end: all stored')).toBeVisible({ timeout: 120_000 });
  });

  await test.step('the review says how far the two agree', async () => {
    await page.getByRole('link', { name: 'Review this session' }).click();
    await expect(page.getByText('From recording').first()).toBeVisible();
    const agreement =
      (await page
        .getByText(/same emotion/i)
        .first()
        .textContent()) ?? '';
    note(agreement);
    expect(Number(agreement.match(/(\d+)\s*%/)?.[1])).toBeGreaterThanOrEqual(LEAST_SAME_PERCENT);
  });

  await test.step('every picture was read, and what it shows was read off it', async () => {
    expectShown(await exportedRows(page), 0.8);
  });

  await test.step('the command reads the same off it', async () => {
    if (!hasDecoder) return note('no decoder of video files is installed: not tried by the command');
    const csv = join(dataDir, 'clip.csv');
    const { stderr } = await promisify(execFile)(process.execPath, [FACEWARD, 'read', CLIP, '--csv', csv]);
    note(stderr.trim());
    const rows: CsvRow[] = parse(readFileSync(csv), { columns: true });
    const { seconds, same, low, high } = parity(columnsOf(live), columnsOf(rows));
    note(
      `the same emotion in ${same} of ${seconds} seconds live and by the command (95 % interval ${low?.toFixed(2)} to ${high?.toFixed(2)})`,
    );
    expect((100 * same) / seconds).toBeGreaterThanOrEqual(LEAST_SAME_PERCENT);
    expectShown(rows, 0.95);
  });
});

test('a film that says it is to be turned is read turned', async ({ openSite }) => {
  const { page } = await openSite();
  await openDemo(page);
  await page.getByRole('button', { name: 'Read a video file' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'lying.mp4', mimeType: 'video/mp4', buffer: await lyingClip(CLIP) });
  await page.getByRole('button', { name: 'Read the video' }).click();
  // A face on its side is not found, so that nobody is asked whose it is.
  await expect(page.getByText('Read to the end: all stored')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('0 readings')).toBeVisible();
});

/** Opens the film and says in it, by keyboard, who the child is. */
async function readFilm(page: Page, name: string, film: Uint8Array): Promise<void> {
  await page.getByRole('button', { name: 'Read a video file' }).click();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'video/mp4', buffer: Buffer.from(film) });
  await page.getByRole('button', { name: 'Read the video' }).click();
}

test('of a trimmed film only what a player shows is read, from its first picture on', async ({ openSite }) => {
  const { page } = await openSite();
  await openDemo(page);
  // The clip counts 15360 a second, and its first picture stands at 2048.
  const [fromSeconds, seconds] = [9.9, 2];
  const film = withEdits(readFileSync(CLIP), [
    { lengthMs: 700, mediaTime: -1 },
    { lengthMs: 1000 * seconds, mediaTime: 2048 + 15_360 * fromSeconds },
  ]);
  await readFilm(page, 'trimmed.mp4', film);
  await expect(page.getByText(/^Tap the child’s face/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Picture of the video/ }).press('Enter');
  await expect(page.getByText('Read to the end: all stored')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Review this session' }).click();
  await test.step('what it consists of was noted beside the reading, so that another one is refused', async () => {
    const section = page.getByRole('region', { name: 'The film', exact: true });
    const choose = (name: string, buffer: Buffer) =>
      section.locator('input[type=file]').setInputFiles({ name, mimeType: 'video/mp4', buffer });
    await choose('trimmed.mp4', readFileSync(CLIP));
    await expect(section.getByText('This is not the film that was read')).toBeVisible();
    await choose('renamed.mp4', Buffer.from(film));
    await expect(section.locator('video')).toBeVisible();
    await expect(section.getByText('could not be compared')).toHaveCount(0);
  });
  const readings = (await exportedRows(page)).filter(({ row }) => row === 'sample').map(readingOf);
  // Its first picture began a little after the cut: the one before it is hidden.
  expect(readings[0]?.atMs).toBe(0);
  expect(readings.at(-1)?.atMs).toBeCloseTo((1000 * 29) / 15, 0);
  expect(readings).toHaveLength(15 * seconds);
});

test('a film that was not wholly copied says how much of it could be read, one that was never finished says so', async ({
  openSite,
}) => {
  const { page } = await openSite();
  await openDemo(page);
  const clip = readFileSync(CLIP);
  await readFilm(page, 'copied.mp4', clip.subarray(0, 200_000));
  await expect(page.getByText(/^Tap the child’s face/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Picture of the video/ }).press('Enter');
  await expect(page.getByText(/copied\.mp4 is cut off: of 1:00 only 0:0\d could be read\. Copy it again/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('Read to the end')).toHaveCount(0);
  await page.getByRole('button', { name: 'Another one' }).click();
  await readFilm(page, 'battery.mp4', withEdits(clip, []).subarray(0, clip.length));
  await expect(page.getByText(/battery\.mp4 was never finished/)).toBeVisible();
});

test('a film in HEVC, which this browser cannot decode, is decoded by the host and read', async ({
  openSite,
  hostKind,
}) => {
  skipFor(hasDecoder ? null : 'no decoder of video files is installed');
  skipFor(hostKind === 'desktop' ? 'an installed program has no decoder of its own' : null);
  const { page } = await openSite();
  await openDemo(page);
  await readFilm(page, 'phone.mp4', await hevcClip(CLIP, 2));
  await expect(page.getByText(/^Tap the child’s face/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Picture of the video/ }).press('Enter');
  await expect(page.getByText('Read to the end: all stored')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Review this session' }).click();
  const readings = (await exportedRows(page)).filter(({ row }) => row === 'sample').map(readingOf);
  expect(readings).toHaveLength(30);
  expect(new ClipTruth().overlap(readings, 0)).toBeGreaterThan(0.5);
});

test('a film with a piece cut out of it is refused in words, and begins no session', async ({ openSite }) => {
  const { page } = await openSite();
  await openDemo(page);
  const film = withEdits(readFileSync(CLIP), [
    { lengthMs: 1000, mediaTime: 2048 },
    { lengthMs: 1000, mediaTime: 2048 + 15_360 * 5 },
  ]);
  await readFilm(page, 'cut-out.mp4', film);
  await expect(page.getByText(/cut-out\.mp4 has been edited .* save it anew/)).toBeVisible();
  await goTo(page, 'Sessions');
  await expect(page.getByText('From recording')).toHaveCount(0);
});

test('a file that is no video is refused in words, and begins no session', async ({ openSite }) => {
  const { page } = await openSite();
  await openDemo(page);
  await page.getByRole('button', { name: 'Read a video file' }).click();
  await page.locator('input[type=file]').setInputFiles(join(CLIP, '../truth.csv'));
  await page.getByRole('button', { name: 'Read the video' }).click();
  await expect(page.getByText(/truth\.csv is not a video that can be read here/)).toBeVisible();
  await goTo(page, 'Sessions');
  await expect(page.getByText('From recording')).toHaveCount(0);
});
