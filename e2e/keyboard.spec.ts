import type { Locator, Page } from '@playwright/test';
import { EMOTION_WORD, liveWord, untilElapsed } from './support/live-screen.ts';
import { pdfText } from './support/pdf-text.ts';
import { expect, test } from './support/test.ts';

/** More stops than any screen has. */
const MOST_TABS = 80;

test('a session is run, marked, stopped, reviewed and exported by keyboard alone', async ({ openSite }) => {
  const { page } = await openSite();
  await press(page, page.getByRole('button', { name: /Look around with demo data/ }));
  await press(page, page.getByRole('button', { name: 'Start', exact: true }));
  await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
  await page.keyboard.press('6');
  await untilElapsed(page, 3);
  await press(page, page.getByRole('button', { name: 'Stop', exact: true }));
  await press(page, page.getByRole('button', { name: 'Stop session' }));
  await press(page, page.getByRole('link', { name: 'Review this session' }));
  await expect(page.getByRole('heading', { name: /Session of DEMO-1/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: 'Export PDF' }));
  expect(await pdfText(await (await download).path())).toContain('Pain');
});

/** Moves the focus on with Tab until it is there, then presses Enter. */
async function press(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`the focus never came to ${target} in ${MOST_TABS} steps of the Tab key`);
}
