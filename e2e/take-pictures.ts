/**
 * Takes the README's pictures from the running program: `npm run pictures`. Everybody in them is rendered. It is no spec and is
 * run by its own configuration; what it writes is to be looked at before it is kept. Wants pdftoppm, of Poppler, on the PATH.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { exportAs, liveWord, startDemoSession, stopSession, untilElapsed } from './support/live-screen.ts';
import { goTo, openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

const OUT = join(import.meta.dirname, '../docs/pictures');
const VIEWPORT = { width: 1280, height: 860 };
const HEAD_PX = 76;
/** Of the report's page, which is read by lines of 9 points. */
const REPORT_DPI = 110;
/** 256 colours are enough for screens, and make a quarter of the bytes. */
const PNG = { palette: true, quality: 90, effort: 10 } as const;

test('take the pictures of the README', async ({ openSite }, info) => {
  test.setTimeout(1_800_000);
  const { page } = await openSite({ viewport: VIEWPORT });
  await openDemo(page);
  await takeLive(page);
  await takeReview(page);
  await takeReport(page, info.outputPath('page'));
  await takeTrainingLab(page);
});

/** The demo clip at the moment when an adult leans into the picture: the child is read, the other face is hidden. */
async function takeLive(page: Page): Promise<void> {
  const press = (key: string) => page.locator('body').press(key);
  await startDemoSession(page);
  await untilElapsed(page, 3);
  await press('1');
  await untilElapsed(page, 14);
  await press('3');
  await untilElapsed(page, 36);
  await press('3');
  await untilElapsed(page, 48);
  await expect(liveWord(page)).toHaveText('Happiness');
  await shoot(page, 'live');
  await untilElapsed(page, 55);
  await press('f');
  for (const points of '11021') await press(points);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await untilElapsed(page, 75);
  await stopSession(page);
}

async function takeReview(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Review this session' }).click();
  const timeline = page.getByRole('application', { name: /^Timeline/ });
  await timeline.press('Home');
  for (let episode = 0; episode < 4; episode++) await timeline.press('n');
  await expect(page.getByText(/^Chosen: /)).toBeVisible();
  await timeline.press('0');
  await toTop(page.getByRole('region', { name: 'Timeline', exact: true }));
  await shoot(page, 'review');
}

/** @param target Where the picture is drawn before it is made small. */
async function takeReport(page: Page, target: string): Promise<void> {
  await promisify(execFile)('pdftoppm', [
    ...['-png', '-singlefile', '-f', '1', '-r', String(REPORT_DPI)],
    await exportAs(page, 'PDF'),
    target,
  ]);
  await keep(readFileSync(`${target}.png`), 'report');
}

async function takeTrainingLab(page: Page): Promise<void> {
  await goTo(page, 'Training Lab');
  await page.getByLabel(/^Name of the run/).fill('Adults as augmentations');
  await page.getByRole('checkbox', { name: /demo-cohort/i }).check();
  await page.getByRole('radio', { name: 'A number of epochs' }).check();
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('20');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByRole('button', { name: 'Propose this model' })).toBeVisible({ timeout: 900_000 });
  await toTop(page.getByRole('region', { name: 'Progress', exact: true }));
  await shoot(page, 'training-lab');
}

/** Scrolls a section to just below the page's head, which stays where it is. */
async function toTop(section: Locator): Promise<void> {
  await section.evaluate((element, headPx) => {
    element.style.scrollMarginTop = `${headPx}px`;
    element.scrollIntoView({ block: 'start' });
  }, HEAD_PX);
}

async function shoot(page: Page, name: string): Promise<void> {
  await keep(await page.screenshot(), name);
}

async function keep(png: Buffer, name: string): Promise<void> {
  const { size, width, height } = await sharp(png)
    .png(PNG)
    .toFile(join(OUT, `${name}.png`));
  console.log(`${name}.png: ${width} x ${height} pixels, ${Math.round(size / 1024)} KB`);
}
