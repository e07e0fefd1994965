import { expectAccessible } from './support/accessible.ts';
import {
  ADMINISTRATOR,
  addChild,
  addUser,
  beginSetUp,
  confirmRecoveryCode,
  goTo,
  recordConsent,
  signIn,
} from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a site is set up, locked, refused to a wrong password, opened again and recovered', async ({ openSite }) => {
  const { page } = await openSite();
  await beginSetUp(page);
  let code = '';

  await test.step('a window that goes before the code was confirmed asks for another, and opens nothing else', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Make a recovery code' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
    await expectAccessible(page, 'recovery code missing');
    await page.getByLabel(/^Your password/).fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: 'Show the new code' }).click();
    code = await confirmRecoveryCode(page);
  });

  await test.step('a child cannot be watched before somebody consented', async () => {
    await addChild(page, 'W3-0001');
    await expect(page.getByRole('link', { name: 'Start a session' })).toHaveCount(0);
    await recordConsent(page);
    await expect(page.getByRole('link', { name: 'Start a session' })).toBeVisible();
  });

  await test.step('a reviewer sees what a reviewer needs', async () => {
    await addUser(page, 'Rita Reviewer', 'Reviewer', 'another horse battery');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await signIn(page, 'Rita Reviewer', 'another horse battery');
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await expect(pages.getByRole('link', { name: 'Sessions' })).toBeVisible();
    await expect(pages.getByRole('link', { name: 'Training Lab' })).toHaveCount(0);
    await page.evaluate(() => {
      location.hash = '#/training';
    });
    await expect(page.getByText(/your role has no access/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Start training' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
  });

  await test.step('a wrong password opens nothing and says so', async () => {
    await signIn(page, ADMINISTRATOR.name, 'not the password at all');
    await expect(page.getByRole('alert')).toContainText(/password/i);
    await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
  });

  await test.step('the recovery code sets a new one', async () => {
    await page.getByText(/Password lost/).click();
    await page.getByLabel(/^Recovery code/).fill(code);
    await page.getByLabel(/^Name/).fill(ADMINISTRATOR.name);
    await page.getByLabel(/^New password/).fill('a whole new horse');
    await page.getByRole('button', { name: /Set the new/ }).click();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    await goTo(page, 'Settings');
    await expect(page.getByText(/chain is intact/)).toBeVisible();
  });
});
