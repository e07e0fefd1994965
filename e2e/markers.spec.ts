import type { Page } from '@playwright/test';
import { liveWord, startDemoSession, stopSession, untilElapsed } from './support/live-screen.ts';
import { goTo, openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

const markers = (page: Page) => page.getByRole('group', { name: 'Mark an event' });

test('moments, intervals and observations are noted by keyboard, taken back, and found in the review', async ({
  openSite,
}) => {
  const { page } = await openSite();
  await openDemo(page);

  await test.step('the ward adds a marker of its own, and a key that is taken is said at once', async () => {
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Add a marker' }).click();
    await page.getByLabel('Name of own marker 8').fill('Clown visit');
    const key = page.getByLabel('Key of Clown visit');
    await key.fill('3');
    await expect(page.getByText('The key 3 is given to another marker too')).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Save markers' })).toBeDisabled();
    await key.fill('k');
    await page.getByLabel('Clown visit lasts a while').check();
    await page.getByRole('button', { name: 'Save markers' }).click();
    await expect(page.getByText('Saved. Sessions that begin now use them.')).toBeVisible();
  });

  await goTo(page, 'Live');
  await startDemoSession(page);
  const said = (text: RegExp) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

  await test.step('a moment; an interval that shows on its button until it ends', async () => {
    await page.keyboard.press('1');
    await said(/^Needle at 0:\d\d$/);
    await page.keyboard.press('k');
    const clown = markers(page).getByRole('button', { name: /Clown visit/ });
    await expect(clown).toHaveAttribute('aria-pressed', 'true');
    await expect(clown).toContainText(/since 0:\d\d/);
    await page.keyboard.press('k');
    await said(/^Clown visit ended at 0:\d\d$/);
    await expect(clown).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('a marker pressed by mistake is taken back', async () => {
    await page.keyboard.press('2');
    await said(/^Medication at/);
    await page.keyboard.press('z');
    await said(/^Taken back: Medication at/);
  });

  await test.step('FLACC in five keys', async () => {
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog', { name: 'Add an observation' });
    await expect(dialog.getByRole('radiogroup', { name: 'Face' })).toBeVisible();
    await expect(dialog.getByRole('radio', { name: /^0: Calm/ })).toBeFocused();
    for (const score of '01202') await page.keyboard.press(score);
    await expect(dialog.getByText('Total: 5 of 10')).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await said(/^FLACC 5 at/);
  });

  await test.step('the child’s own rating, on faces without numbers', async () => {
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('radio', { name: 'Face 1 of 6' })).toBeFocused();
    for (let face = 1; face < 4; face += 1) await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('radio', { name: 'Face 4 of 6' })).toBeChecked();
    await expect(dialog.getByText('Score 6 of 10')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await said(/\(faces\) 6 at/);
  });

  await test.step('a note, whose letters mark nothing', async () => {
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type('112 kisses from her zebra');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter');
    await said(/^Note at/);
    await expect(liveWord(page)).toBeVisible();
  });

  await untilElapsed(page, 5);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  const review = page.getByRole('main');
  for (const found of ['Needle', 'Clown visit', 'FLACC', '112 kisses from her zebra']) {
    await expect(review.getByText(found).first()).toBeVisible();
  }
  await expect(review.getByRole('cell', { name: 'Medication' })).toHaveCount(0);
});
