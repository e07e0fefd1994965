import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSidewaysScroll } from './support/no-sideways-scroll.ts';
import { partOfClip } from './support/part-of-clip.ts';
import { goTo, openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

const TRUTH = join(import.meta.dirname, '../resources/demo-clip/truth.csv');

/** The clip is 640 pixels wide; where the child's face is in it while an adult sits beside her. */
const CHILD_AT = { xPx: 318, yPx: 240 } as const;
const WIDTH_PX = 640;
const HEIGHT_PX = 480;

const ALONE = partOfClip('alone.mp4', 9.9, 2);
const BROKEN = { name: 'broken.mp4', mimeType: 'video/mp4', buffer: readFileSync(TRUTH) };
const BOTH = partOfClip('both.mp4', 47, 0.6);

async function openFilms(page: Page): Promise<void> {
  await openDemo(page);
  await page.getByRole('button', { name: 'Read a video file' }).click();
  await page.getByRole('link', { name: 'Read several films' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Read several films' })).toBeVisible();
}

const film = (page: Page, name: string): Locator => page.getByRole('listitem', { name });
const choose = (page: Page, files: Parameters<Locator['setInputFiles']>[0]) =>
  page.locator('input[type=file]').setInputFiles(files);

/** Taps the child's face in the picture. */
async function tapChild(page: Page): Promise<void> {
  const { width, height } = (await page.locator('canvas').boundingBox())!;
  const shown = Math.min(width / WIDTH_PX, height / HEIGHT_PX);
  const x = (width - WIDTH_PX * shown) / 2 + CHILD_AT.xPx * shown;
  const y = (height - HEIGHT_PX * shown) / 2 + CHILD_AT.yPx * shown;
  await page.locator('canvas').click({ position: { x, y } });
}

const WINDOWS = [
  { width: 820, height: 1180 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
];

/** Looks the page through in every window; the last one stays. */
async function expectInEach(page: Page, state: string): Promise<void> {
  for (const viewport of WINDOWS) {
    await page.setViewportSize(viewport);
    await expectAccessible(page, `${state}, ${viewport.width}x${viewport.height}`);
    await expectNoSidewaysScroll(page, `${state}, ${viewport.width}x${viewport.height}`);
  }
}

test('films are read one after the other, and what fails is said by name and holds none', async ({ openSite }) => {
  test.setTimeout(180_000);
  const { page } = await openSite();
  await openFilms(page);
  await expectInEach(page, 'no films');
  await choose(page, [ALONE, BROKEN, BOTH]);
  await expect(film(page, 'both.mp4')).toContainText('Waits', { timeout: 30_000 });
  await film(page, 'alone.mp4').getByRole('textbox', { name: 'Filmed on' }).fill('2026-11-28');
  await page.getByRole('button', { name: 'Read the films' }).press('Enter');
  await expect(film(page, 'alone.mp4')).toContainText('waits for the child to be pointed out', { timeout: 60_000 });
  await expectInEach(page, 'a film waits');
  await page.getByRole('button', { name: /^Picture of the video/ }).press('Enter');
  await expect(film(page, 'alone.mp4')).toContainText('Read to its end · 30 readings', { timeout: 60_000 });
  await expect(film(page, 'broken.mp4')).toContainText('broken.mp4 is not a video that can be read here');
  await expect(film(page, 'both.mp4')).toContainText('waits for the child to be pointed out', { timeout: 60_000 });
  await tapChild(page);
  await expect(film(page, 'both.mp4')).toContainText(/Read to its end · \d+ readings/, { timeout: 60_000 });
  await expect(page.getByText('3 of 3 films are done')).toBeVisible();
  await expectInEach(page, 'films that were read');
  await film(page, 'alone.mp4').getByRole('link', { name: 'Review the session of alone.mp4' }).click();
  await expect(page.getByText('Filmed on 28 November 2026')).toBeVisible();
});

test('where the first face that is alone is the child’s nobody is asked; a film without one begins no session and can be read again', async ({
  openSite,
}) => {
  test.setTimeout(180_000);
  const { page } = await openSite();
  await openFilms(page);
  await page.getByRole('checkbox', { name: 'The first face that is alone in view is the child’s' }).check();
  await choose(page, [BOTH, ALONE]);
  await expect(film(page, 'alone.mp4')).toContainText('Waits', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Read the films' }).click();
  await expect(film(page, 'alone.mp4')).toContainText('Read to its end · 30 readings', { timeout: 90_000 });
  await expect(film(page, 'both.mp4')).toContainText('no face was ever alone in view');
  await film(page, 'both.mp4').getByRole('button', { name: 'Read it again and ask me' }).click();
  await page.getByRole('button', { name: 'Read the films' }).click();
  await expect(film(page, 'both.mp4')).toContainText('waits for the child to be pointed out', { timeout: 60_000 });
  await film(page, 'both.mp4').getByRole('button', { name: 'Stop here: both.mp4' }).click();
  await expect(film(page, 'both.mp4')).toContainText('Stopped');
  await goTo(page, 'Sessions');
  await expect(page.getByText('From recording')).toHaveCount(2);
});

test('the list is there after a reload and goes on where it ended; a film that was read is known under another name', async ({
  openSite,
}) => {
  test.setTimeout(180_000);
  const { page } = await openSite();
  await openFilms(page);
  await choose(page, [ALONE, BOTH]);
  await expect(film(page, 'both.mp4')).toContainText('Waits', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Read the films' }).click();
  await expect(film(page, 'alone.mp4')).toContainText('waits for the child to be pointed out', { timeout: 60_000 });
  await page.getByRole('button', { name: /^Picture of the video/ }).press('Enter');
  await expect(film(page, 'both.mp4')).toContainText('waits for the child to be pointed out', { timeout: 90_000 });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page
    .getByRole('button', { name: 'Read a video file' })
    .or(page.getByText('1 film must be chosen again'))
    .first()
    .waitFor();
  await expect(page.getByText('1 film must be chosen again')).toBeVisible();
  await expect(film(page, 'alone.mp4')).toContainText('Read to its end');
  await expect(film(page, 'both.mp4')).toContainText('Was being read when the window was loaded anew');
  // Files of a test have no time of their own: the same one comes back as a new one would.
  await film(page, 'both.mp4').getByRole('button', { name: 'Take out' }).click();
  await choose(page, { ...ALONE, name: 'renamed.mp4' });
  await expect(film(page, 'renamed.mp4')).toContainText(/was read before, .* a session of DEMO-1/, { timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Read the films' })).toBeDisabled();
  await film(page, 'renamed.mp4').getByRole('button', { name: 'Read it all the same' }).click();
  await expect(page.getByRole('button', { name: 'Read the films' })).toBeEnabled();
});
