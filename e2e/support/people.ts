import type { Page } from '@playwright/test';
import { expect } from './test.ts';

export const ADMINISTRATOR = { name: 'Anna Admin', password: 'correct horse battery' } as const;

/** Sets up a new site through its first screen. @returns The recovery code as it is shown. */
export async function setUpSite(page: Page): Promise<string> {
  await beginSetUp(page);
  return await confirmRecoveryCode(page);
}

/** As far as the recovery code, which nobody has confirmed yet. */
export async function beginSetUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Set up this site/ }).click();
  await page.getByLabel(/^Name of the site/).fill('St. Test, Ward 3');
  await page.getByLabel(/^Administrator/).fill(ADMINISTRATOR.name);
  await page
    .getByLabel(/^Password/)
    .first()
    .fill(ADMINISTRATOR.password);
  await page.getByLabel(/^Password again/).fill(ADMINISTRATOR.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Write down the recovery code' })).toBeVisible();
}

/** Types the last group of the code that is shown, as from paper. @returns The code. */
export async function confirmRecoveryCode(page: Page): Promise<string> {
  const code = (await page.getByLabel('Recovery code', { exact: true }).textContent()) ?? '';
  await page.getByLabel(/^Last group/).fill(code.split('-').at(-1)!);
  await page.getByRole('button', { name: 'It is written down' }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  return code;
}

/** Opens the throw-away site that has a demo child, a clip and a cohort, on its live page, as somebody who has seen its tour. */
export async function openDemo(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('faceward.tour', 'seen'));
  await page.getByRole('button', { name: /Look around with demo data/ }).click();
  // Its cohort is looked into first.
  await expect(page.getByRole('heading', { level: 1, name: 'Live' })).toBeVisible({ timeout: 30_000 });
}

export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Shows who is signed in, which a folded menu keeps behind a button. */
export async function openUserPanel(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^(Signed in|Aangemeld): / });
  await expect(button.or(page.getByRole('region', { name: /^(Signed in|Aangemeld)$/ })).first()).toBeVisible();
  if (await button.isVisible()) await button.click();
}

export async function addChild(page: Page, code: string): Promise<void> {
  await goTo(page, 'Children');
  await page.getByRole('button', { name: 'Add a child' }).click();
  await page.getByLabel(/^Code/).fill(code);
  await page.getByLabel(/^Month of birth/).fill('2018-05');
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('heading', { name: code })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** @param more What the family agrees to beside being watched, by the words of the screen. */
export async function recordConsent(page: Page, more: readonly string[] = []): Promise<void> {
  await page.getByRole('button', { name: 'Record consent' }).click();
  for (const scope of ['Watch and record readings', ...more]) await page.getByLabel(scope).check();
  await page.getByLabel(/^Given by/).fill('Mother');
  await page.getByLabel(/^Last day/).fill('2030-01-01');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Signs the administrator in, and opens the page of the only child, where a session is started. */
export async function signInAtChild(page: Page, code: string): Promise<void> {
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  await goTo(page, 'Children');
  await expect(page.getByRole('heading', { name: code })).toBeVisible();
}

export async function addUser(page: Page, name: string, role: string, password: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Add a user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill(name);
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: role }).click();
  await dialog.getByLabel(/^Password/).fill(password);
  await dialog.getByLabel(/^Has to choose/).uncheck();
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('cell', { name }).first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** @param press The door's button; a locked screen has another, and offers the names. */
export async function signIn(page: Page, name: string, password: string, press = 'Sign in'): Promise<void> {
  if (press === 'Sign in') await page.getByLabel(/^Name/).fill(name);
  else {
    await page.getByRole('combobox', { name: 'Name' }).click();
    await page.getByRole('option', { name }).click();
  }
  await page
    .getByLabel(/^Password/)
    .first()
    .fill(password);
  await page.getByRole('button', { name: press }).click();
}
