import { ADMINISTRATOR, goTo, setUpSite, signIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

const START = 'paard fiets boterham';
const OWN = 'a quiet ward tonight';

test('somebody who is added chooses their own password; an administrator changes the role and the recovery code', async ({
  openSite,
}) => {
  const { page } = await openSite();
  const before = await setUpSite(page);

  await test.step('the one administrator is told to add a second, and what makes a password easy', async () => {
    await goTo(page, 'Settings');
    await expect(page.getByText('There is one administrator only')).toBeVisible();
    await page.getByRole('button', { name: 'Add a user' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name/).fill('Wim Ward');
    await dialog.getByLabel(/^Password/).fill('Welkom2024!');
    await expect(dialog.getByText('This can be guessed')).toBeVisible();
    await dialog.getByLabel(/^Password/).fill(START);
    await expect(dialog.getByText('Strong.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add' }).click();
    await expect(page.getByRole('cell', { name: 'Wim Ward' }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
  });

  await test.step('nothing opens before the start password is changed', async () => {
    await signIn(page, 'Wim Ward', START);
    await expect(page.getByRole('heading', { name: 'Choose your own password' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
    await page.getByLabel(/^Your password now/).fill(START);
    await page.getByLabel(/^New password \*?$/).fill(OWN);
    await page.getByLabel(/^New password again/).fill(OWN);
    await page.getByRole('button', { name: 'Change it' }).click();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Training Lab' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
  });

  await test.step('a role and the recovery code are changed, and the audit log tells all of it', async () => {
    await signIn(page, 'Wim Ward', 'not the password');
    await expect(page.getByRole('alert')).toBeVisible();
    await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Change the role of Wim Ward' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'Administrator' }).click();
    await page.getByRole('button', { name: 'Change the role', exact: true }).click();
    await expect(page.getByText('There is one administrator only')).toHaveCount(0);
    await page.getByRole('button', { name: 'New recovery code' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Your password/).fill(ADMINISTRATOR.password);
    await dialog.getByRole('button', { name: 'Show the new code' }).click();
    const code = (await dialog.locator('code, pre').first().textContent()) ?? '';
    expect(code).not.toBe(before);
    await dialog.getByLabel(/^Last group/).fill(code.split('-').at(-1)!);
    await dialog.getByRole('button', { name: 'It is written down' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const log = page.getByRole('table', { name: 'Entries of the audit log' });
    for (const action of ['New recovery code', 'Role changed', 'Wrong password', 'Own password changed']) {
      await expect(log.getByRole('cell', { name: action }).first()).toBeVisible();
    }
  });
});
