import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessibilityViolations } from './support/accessible.ts';
import { ADMINISTRATOR, goTo, signIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

const MAKE_SITE = join(import.meta.dirname, 'support/make-site-with-models.ts');
const OTHER = 'Bo Boss';

const openModel = (page: Page, name: RegExp) => page.getByRole('link', { name }).click();

test('a model below chance is refused and rejected, a sound one approved, and a child withdrawn tells on it', async ({
  openSite,
  dataDir,
}) => {
  execFileSync(process.execPath, [MAKE_SITE, dataDir, ADMINISTRATOR.name, ADMINISTRATOR.password, OTHER]);
  const { page } = await openSite();
  await signIn(page, OTHER, ADMINISTRATOR.password);
  const dialog = page.getByRole('dialog');

  await test.step('far below chance on two children: refused without a reason, and rejected with one', async () => {
    await goTo(page, 'Models');
    await openModel(page, /^below-chance/);
    const conditions = page.getByRole('list', { name: 'What approval asks for' });
    await expect(conditions).toContainText('Not met: Too few children');
    await expect(conditions).toContainText('Not met: It may be worse than base');
    await expect(conditions).toContainText(
      'Not met: It is not shown to do better than naming emotions without looking',
    );
    await page.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await expect(dialog.getByText('Write why: not every condition is met.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByRole('button', { name: 'Reject' }).click();
    await dialog.getByLabel(/^Why/).fill('It is right less often than a coin with seven sides.');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Decided at this site' }).first()).toBeVisible();
    expect(await accessibilityViolations(page)).toEqual([]);
    await goTo(page, 'Live');
    await goTo(page, 'Models');
    await expect(page.getByRole('link', { name: /^below-chance/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Show 1 rejected model' }).click();
    await expect(page.getByRole('link', { name: /^below-chance/ })).toBeVisible();
  });

  await test.step('a sound one is approved by another administrator than who made it', async () => {
    await openModel(page, /^ward-model/);
    await page.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText(`Approved by ${OTHER}`)).toBeVisible();
  });

  await test.step('its child is withdrawn: said at the child, over every page, and on the model', async () => {
    await goTo(page, 'Children');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    const madeWith = page.getByRole('alert').filter({ hasText: 'Models were made with W3-0006' });
    await expect(madeWith).toContainText('ward-model (in use)');
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Look at ward-model' }).click();
    await expect(page.getByText(/W3-0006: consent to training withdrawn on/)).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Made with children who may not/ })).toBeVisible();
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  await test.step('an earlier model is brought back for a reason; the other one cannot be', async () => {
    await openModel(page, /^base/);
    await page.getByRole('button', { name: 'Bring this model back' }).click();
    await dialog.getByRole('button', { name: 'Bring this model back' }).click();
    await expect(dialog.getByText('Write why it is brought back.')).toBeVisible();
    await dialog.getByLabel(/^Why it is brought back/).fill('A child was withdrawn from the model in use.');
    await dialog.getByRole('button', { name: 'Bring this model back' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('Look at ward-model')).toHaveCount(0);
    await openModel(page, /^ward-model/);
    await page.getByRole('button', { name: 'Bring this model back' }).click();
    await expect(dialog.getByText(/has been withdrawn from training since/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Bring this model back' })).toBeDisabled();
  });
});
