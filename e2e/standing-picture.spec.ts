import { join } from 'node:path';
import { HANGING_CAMERA, hangingCameraFile } from './support/compose-clip.ts';
import {
  type CsvRow,
  EMOTION_WORD,
  enrolByKeyboard,
  exportedRows,
  liveWord,
  startSession,
  stopSession,
} from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { openDemo, signInAtChild } from './support/people.ts';
import { standingClip } from './support/standing-clip.ts';
import { expect, test } from './support/test.ts';

const CLIP = join(import.meta.dirname, '../resources/demo-clip/child-session.mp4');

/** A picture stands still once it has for this long. */
const STANDS_STILL_AFTER_MS = 2500;

/** The stretches that are said to show a picture that stands still, and the readings within them. */
function standing(rows: readonly CsvRow[]) {
  const gaps = rows
    .filter(({ row, reason_or_kind }) => row === 'gap' && reason_or_kind === 'picture-still')
    .map((row) => ({ fromMs: Number(row.at_ms), toMs: Number(row.to_ms) }));
  const readings = rows
    .filter(({ row }) => row === 'sample')
    .map((row) => Number(row.at_ms))
    .filter((atMs) => gaps.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs));
  return { gaps, readings, lengthMs: gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) };
}

test('a camera that hangs is told from a child that sits still, on the screen and in what is stored', async ({
  openSite,
  dataDir,
}) => {
  await makeWard(dataDir, { child: 'W3-0007' });
  const { page } = await openSite({ camera: hangingCameraFile() });
  await signInAtChild(page, 'W3-0007');
  await page.getByRole('link', { name: 'Start a session' }).click();
  await startSession(page, /fake|camera|mjpeg/i);
  await enrolByKeyboard(page);
  await expect(liveWord(page)).toHaveText('Picture stands still', { timeout: 30_000 });
  await expect(page.getByText(/The picture stands still: check the camera, its cable/)).toBeVisible();
  await expect(liveWord(page), 'the camera moves again').toHaveText(EMOTION_WORD, { timeout: 30_000 });
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  await expect(page.getByText('Picture stands still').first()).toBeVisible();
  const { lengthMs, readings } = standing(await exportedRows(page));
  expect(lengthMs).toBeGreaterThan(HANGING_CAMERA.standsSeconds * 1000 - STANDS_STILL_AFTER_MS - 1500);
  expect(readings).toEqual([]);
});

test('so is a recording of one', async ({ openSite }) => {
  const { page } = await openSite();
  await openDemo(page);
  await page.getByRole('button', { name: 'Read a video file' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'hung.mp4', mimeType: 'video/mp4', buffer: await standingClip(CLIP, 2, 6) });
  await page.getByRole('button', { name: 'Read the video' }).click();
  await expect(page.getByText(/^Tap the child’s face/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Picture of the video/ }).press('Enter');
  await expect(page.getByText('Read to the end: all stored')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Review this session' }).click();
  const { lengthMs, readings } = standing(await exportedRows(page));
  expect(lengthMs).toBeGreaterThan(6000 - STANDS_STILL_AFTER_MS - 300);
  expect(readings).toEqual([]);
});
