import type { Locator, Page } from '@playwright/test';
import { cameraFile } from './support/camera-file.ts';
import { EMOTION_WORD, liveWord, untilElapsed } from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { pdfText } from './support/pdf-text.ts';
import { ADMINISTRATOR } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** More stops than any screen has. */
const MOST_TABS = 80;

test('a session is run from signing in to its export by keyboard alone', async ({ openSite, dataDir }) => {
  await makeWard(dataDir, { child: 'W3-0005' });
  const { page } = await openSite({ camera: cameraFile() });
  const said = (text: RegExp) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

  await test.step('sign in, start, and say which face is the child’s', async () => {
    await reach(page, page.getByLabel(/^Name/));
    await page.keyboard.type(ADMINISTRATOR.name);
    await reach(page, page.getByLabel(/^Password/).first());
    await page.keyboard.type(ADMINISTRATOR.password);
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('link', { name: 'Live' }));
    await press(page, page.getByRole('button', { name: 'Start', exact: true }));
    await reach(page, page.getByRole('button', { name: /Camera picture/ }));
    // Enter says it as soon as one face alone is in view.
    await expect(async () => {
      await page.keyboard.press('Enter');
      await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 2000 });
    }).toPass({ timeout: 30_000 });
  });

  await test.step('an interval, a marker taken back, FLACC', async () => {
    await page.keyboard.press('3');
    await said(/^Play began at/);
    await page.keyboard.press('2');
    await said(/^Medication at/);
    await page.keyboard.press('z');
    await said(/^Taken back: Medication at/);
    await page.keyboard.press('3');
    await said(/^Play ended at/);
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog', { name: 'Add an observation' });
    await expect(dialog.getByRole('radio', { name: /^0: Calm/ })).toBeFocused();
    for (const score of '01202') await page.keyboard.press(score);
    await press(page, dialog.getByRole('button', { name: 'Save' }));
    await said(/^FLACC 5 at/);
  });

  await test.step('stop', async () => {
    // Long enough for the child to have held a face for a second, on a slow machine too.
    await untilElapsed(page, 15);
    await press(page, page.getByRole('button', { name: 'Stop', exact: true }));
    await press(page, page.getByRole('button', { name: 'Stop session' }));
    await press(page, page.getByRole('link', { name: 'Review this session' }));
    await expect(page.getByRole('heading', { name: 'Session of W3-0005' })).toBeVisible();
  });

  await test.step('go over the session, and correct an episode', async () => {
    const moment = page.getByTestId('moment');
    await reach(page, page.getByRole('application', { name: /^Timeline/ }));
    await page.keyboard.press('Home');
    await expect(moment).toContainText('At the cursor, 0:00.0');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(moment).not.toContainText('At the cursor, 0:00.0');
    await page.keyboard.press('Home');
    await page.keyboard.press('p');
    await said(/^No episode begins before the cursor/);
    await page.keyboard.press('n');
    await expect(page.getByText(/^Chosen: /)).toBeVisible();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await reach(page, dialog.getByRole('radio', { name: 'Anger' }));
    await page.keyboard.press('Space');
    await press(page, dialog.getByRole('button', { name: 'Save' }));
    await expect(dialog).toHaveCount(0);
    const corrections = page.getByRole('region', { name: 'What people said it was', exact: true });
    await expect(corrections.getByRole('cell', { name: 'Anger', exact: true })).toBeVisible();
  });

  await test.step('export', async () => {
    const download = page.waitForEvent('download');
    await press(page, page.getByRole('button', { name: 'Export PDF' }));
    const text = await pdfText(await (await download).path());
    expect(text).toContain('Play');
    expect(text).toContain('FLACC');
    expect(text).not.toContain('Medication');
  });
});

/** Moves the focus on with Tab until it is there, then presses Enter. */
async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the focus never came to ${target} in ${MOST_TABS} steps of the Tab key`);
}
