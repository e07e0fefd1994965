import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { startDemoSession, stopSession } from './support/live-screen.ts';
import { goTo, openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

const WINDOWS = [
  { width: 1024, height: 768, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
] as const;

/** Looks one screen through by axe in every window and colour; the last one stays. */
async function expectAccessibleInEach(page: Page, screen: string): Promise<void> {
  for (const { colorScheme, ...viewport } of WINDOWS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectAccessible(page, `${screen}, ${viewport.width}x${viewport.height}, ${colorScheme}`);
  }
}

test('no screen has an accessibility violation, small or large, light or dark', async ({ openSite }) => {
  // Twelve screens, each looked through by axe twice.
  test.setTimeout(300_000);
  const { page } = await openSite();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessibleInEach(page, 'welcome');
  await openDemo(page);
  for (const name of ['Today', 'Children', 'Sessions', 'Training Lab', 'Models', 'Settings']) {
    await goTo(page, name);
    await page.waitForLoadState('networkidle');
    await expectAccessibleInEach(page, name);
  }
  await goTo(page, 'Live');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await expectAccessibleInEach(page, 'before a session');
  await startDemoSession(page);
  await expectAccessibleInEach(page, 'live');
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  await expect(page.getByRole('heading', { name: /Session of/ })).toBeVisible();
  await expectAccessibleInEach(page, 'review');
  await page.getByRole('link', { name: 'Compare with other sessions' }).click();
  await expect(page.getByRole('heading', { name: /Sessions of/ })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectAccessibleInEach(page, 'compare');
  await goTo(page, 'Uncertain moments');
  await expect(page.getByText(/What do you see\?|No uncertain moment is left/)).toBeVisible();
  await expectAccessibleInEach(page, 'uncertain moments');
  await goTo(page, 'Sessions');
  await page.getByRole('link', { name: 'Export many' }).click();
  await page.getByRole('button', { name: 'Choose all found' }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText(/^Finished/)).toBeVisible({ timeout: 30_000 });
  await expectAccessibleInEach(page, 'exports');
});
