import { expectAccessible } from './support/accessible.ts';
import { cameraFile } from './support/camera-file.ts';
import { COLLEAGUE, makeListsSite } from './support/lists-site.ts';
import { enrolByKeyboard, stopSession } from './support/live-screen.ts';
import { ADMINISTRATOR, goTo, signIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
]) {
  test(`staff begin with who may be watched today, and start by one press, at ${viewport.width}x${viewport.height}`, async ({
    openSite,
    dataDir,
  }) => {
    await makeListsSite(dataDir, 12);
    const { page } = await openSite({ viewport, camera: cameraFile() });
    await signIn(page, COLLEAGUE, ADMINISTRATOR.password);
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    const rows = page.getByRole('table', { name: 'Today' }).getByRole('row');

    await test.step('the last watched first, without whoever has no consent', async () => {
      await expect(page.getByText('11 children may be watched today')).toBeVisible();
      await expect(rows).toHaveCount(12);
      await expect(rows.nth(1)).toContainText('W3-0002');
      await expect(page.getByRole('row', { name: /W3-0001/ })).toHaveCount(0);
      // The sessions of this site have no reading at all.
      await expect(rows.nth(1)).toContainText('0 %');
      await expect(page.getByRole('row', { name: /W3-0012/ })).toContainText('3 days left');
      await expectAccessible(page, 'today');
    });

    await test.step('by part of the code', async () => {
      await page.getByRole('textbox', { name: 'Child’s code' }).fill('0012');
      await expect(rows).toHaveCount(2);
      await page.getByRole('textbox', { name: 'Child’s code' }).fill('nobody');
      await expect(page.getByText('No child who may be watched today has such a code')).toBeVisible();
      await page.getByRole('textbox', { name: 'Child’s code' }).fill('');
      await expect(rows).toHaveCount(12);
    });

    await test.step('whose consent ends soon', async () => {
      await page.getByRole('link', { name: 'See whose' }).click();
      await expect(page.getByRole('region', { name: /^Child W3-/ })).toHaveCount(1);
      await expect(page.getByRole('heading', { name: 'W3-0012' })).toBeVisible();
      await goTo(page, 'Today');
    });

    await test.step('one press starts; afterwards nothing starts by itself', async () => {
      await page.getByRole('link', { name: 'Start a session of W3-0003' }).click();
      await expect(page.getByRole('timer', { name: 'Elapsed time' })).toBeVisible({ timeout: 30_000 });
      await enrolByKeyboard(page);
      await goTo(page, 'Today');
      await expect(page.getByRole('row', { name: /W3-0003/ })).toContainText('Runs now');
      await expect(page.getByRole('link', { name: 'Start a session of W3-0003' })).toHaveCount(0);
      await goTo(page, 'Live');
      await expect(page.getByRole('button', { name: /^Pause/ })).toBeVisible();
      await stopSession(page);
      await page.getByRole('button', { name: 'New session' }).click();
      await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
      await expect(page.getByRole('timer', { name: 'Elapsed time' })).toHaveCount(0);
      await goTo(page, 'Today');
      await expect(rows.nth(1)).toContainText('W3-0003');
    });
  });
}

test('the demo is shown around in five short steps, by keyboard, and never again', async ({ openSite }) => {
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await page.getByRole('button', { name: /Look around with demo data/ }).press('Enter');
  const step = (number: number) => page.getByRole('region', { name: `Short tour, step ${number} of 5` });
  const anyStep = page.getByRole('region', { name: /^Short tour/ });

  await test.step('it waits while the page is open on which a child’s face may stand', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Live' })).toBeVisible({ timeout: 30_000 });
    await expect(anyStep).toHaveCount(0);
    await page.getByRole('link', { name: 'Short tour' }).press('Enter');
    await expect(page.getByRole('link', { name: 'Short tour' })).toHaveCount(0);
  });

  await test.step('forth and back by keyboard', async () => {
    await expect(step(1)).toBeVisible();
    await expect(step(1).getByRole('button', { name: 'Next' })).toBeFocused();
    await expectAccessible(page, 'the tour');
    await step(1).getByRole('button', { name: 'Next' }).press('Enter');
    await expect(step(2).getByRole('button', { name: 'Next' })).toBeFocused();
    await step(2).getByRole('button', { name: 'Back' }).press('Enter');
    await expect(step(1).getByRole('button', { name: 'Next' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(step(2)).toBeVisible();
  });

  await test.step('it waits again where it is left for the live page', async () => {
    await goTo(page, 'Live');
    await expect(anyStep).toHaveCount(0);
    await goTo(page, 'Children');
    await expect(step(2)).toBeVisible();
  });

  await test.step('to its end, and not again after a reload', async () => {
    for (const number of [2, 3, 4]) await step(number).getByRole('button', { name: 'Next' }).press('Enter');
    await step(5).getByRole('button', { name: 'Done' }).press('Enter');
    await expect(anyStep).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    await expect(anyStep).toHaveCount(0);
  });

  await test.step('skipped by one key', async () => {
    await page.evaluate(() => localStorage.removeItem('faceward.tour'));
    await page.reload();
    await expect(step(1).getByRole('button', { name: 'Next' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(anyStep).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    await expect(anyStep).toHaveCount(0);
  });
});
