import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { Reading } from './clip-truth.ts';
import type { ChosenFilm } from './part-of-clip.ts';
import { expect } from './test.ts';

export type CsvRow = Readonly<Record<string, string>>;

export const EMOTION_WORD = /^(Anger|Disgust|Fear|Happiness|Sadness|Surprise|Neutral|Not sure)$/;

/** The one large word of a running session. */
export const liveWord = (page: Page) => page.getByTestId('live-word');

/** Starts a session with what the start form offers first, or with the named camera. */
export async function startSession(page: Page, camera?: RegExp | string): Promise<void> {
  if (camera) await page.getByRole('radio', { name: camera }).check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('timer', { name: 'Elapsed time' })).toBeVisible({ timeout: 30_000 });
}

/** Goes on from the live page of a demo, whose child and clip are already chosen, to its first reading and its buttons. */
export async function startDemoSession(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await expect(start.or(liveWord(page))).toBeVisible();
  if (await start.isVisible()) await start.click();
  await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
  await expect(page.getByRole('group', { name: 'Mark an event' })).toBeVisible();
}

/** Says by keyboard which face is the child's; takes effect when just one face is in view. */
export async function enrolByKeyboard(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: /Camera picture/ }).press('Enter');
    await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
}

/** Reads a video file, on the live page, and says by keyboard which face is the child's. */
export async function beginVideo(page: Page, file: ChosenFilm): Promise<void> {
  await page.getByRole('button', { name: 'Read a video file' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Read the video' }).click();
  await expect(page.getByText(/^Tap the child’s face/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Picture of the video/ }).press('Enter');
}

/** Waits until the session's clock shows so many seconds. */
export async function untilElapsed(page: Page, seconds: number): Promise<void> {
  await expect
    .poll(() => elapsedSeconds(page), { timeout: (seconds + 30) * 1000, intervals: [1000] })
    .toBeGreaterThanOrEqual(seconds);
}

export async function elapsedSeconds(page: Page): Promise<number> {
  const clock = page.getByRole('timer', { name: 'Elapsed time' });
  const parts = ((await clock.textContent()) ?? '0:00').split(':').map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

export async function stopSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Stop session' }).click();
  await expect(page.getByText(/Stopped after .* all stored/)).toBeVisible();
}

/** Presses one of the export buttons. @returns Path of the file that was saved. */
export async function exportAs(page: Page, format: 'PDF' | 'CSV' | 'JSON'): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Export ${format}` }).click();
  return (await download).path();
}

export async function exportedRows(page: Page): Promise<CsvRow[]> {
  return parse(readFileSync(await exportAs(page, 'CSV')), { columns: true, bom: true }) as CsvRow[];
}

/** A sample of an exported CSV. */
export function readingOf(row: CsvRow): Reading {
  const [xPx, yPx, widthPx, heightPx] = ['box_x_px', 'box_y_px', 'box_width_px', 'box_height_px'].map((name) =>
    Number(row[name]),
  ) as [number, number, number, number];
  return { atMs: Number(row.at_ms), emotion: row.emotion ?? '', box: { xPx, yPx, widthPx, heightPx } };
}
