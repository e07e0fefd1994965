import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { makeFacesSite, RESEARCHER } from './support/faces-site.ts';
import { ADMINISTRATOR, goTo, openUserPanel, signIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

const FACES = 200;

test('two people name faces by keyboard, the second without seeing the first, and how far they agree is told', async ({
  openSite,
  dataDir,
}) => {
  await makeFacesSite(dataDir, FACES);
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  const wall = page.getByRole('application', { name: 'Wall of faces' });
  const panel = page.getByRole('tabpanel');

  await test.step('the first, with undo', async () => {
    await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
    await openWall(page);
    await expect(page.getByText(`${FACES} images`)).toBeVisible();
    await expect(wall.locator('canvas[data-loaded=true]').first()).toBeVisible();
    await wall.focus();
    await page.keyboard.press('ArrowRight');
    await expect(panel.getByText('Image 1 of 200')).toBeVisible();
    for (const key of ['3', '3', 'n', 'u']) await page.keyboard.press(key);
    await expect(page.getByText('Saved: Not usable, image 4.')).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect(page.getByText('Undone at image 4.')).toBeVisible();
    await page.keyboard.press('4');
    await expect(page.getByText('Saved: Happiness, image 4.')).toBeVisible();
    await expectAccessible(page, 'the wall');
  });

  await test.step('a number of the table shows its images', async () => {
    await page.getByRole('tab', { name: 'Counts' }).click();
    await expectAccessible(page, 'counts');
    await page.getByRole('button', { name: /^Adults, Fear, 18\+ years/ }).click();
    await expect(page).toHaveURL(/group=adult&emotion=fear&age=18/);
    await expect(page.getByText('15 images')).toBeVisible();
  });

  await test.step('the second does not see what the first said before an answer of their own', async () => {
    await openUserPanel(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, RESEARCHER, ADMINISTRATOR.password);
    await openWall(page);
    await page.getByRole('combobox', { name: 'Labels of people' }).click();
    await page.getByRole('option', { name: 'Waits for your second look' }).click();
    await expect(page.getByText('4 images')).toBeVisible();
    await wall.focus();
    await page.keyboard.press('ArrowRight');
    await expect(panel.getByText(/^Another person has labelled it/)).toBeVisible();
    await expect(panel.getByText(`${ADMINISTRATOR.name} says`)).toHaveCount(0);
    for (const key of ['3', '5', 'n', '4']) await page.keyboard.press(key);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(panel.getByText(`${ADMINISTRATOR.name} says: Fear`)).toBeVisible();
    await expect(panel.getByText('You say: Sadness')).toBeVisible();
  });

  await test.step('their agreement', async () => {
    await page.getByRole('tab', { name: 'Agreement' }).click();
    const row = panel.getByRole('row', { name: /^Same label/ });
    await expect(row).toContainText('.75');
    await expect(row).toContainText('4 images, 1 subject');
    await expectAccessible(page, 'agreement');
    await page.getByRole('button', { name: 'Show where people differ' }).click();
    await expect(page.getByText('1 image', { exact: true })).toBeVisible();
  });
});

async function openWall(page: Page): Promise<void> {
  await goTo(page, 'Training Lab');
  await page
    .getByRole('navigation', { name: 'Pages of the Training Lab' })
    .getByRole('link', { name: 'Faces', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Faces' })).toBeVisible();
}
