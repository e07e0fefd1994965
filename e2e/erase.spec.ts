import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/accessible.ts';
import { makeListsSite } from './support/lists-site.ts';
import { ADMINISTRATOR, goTo, signIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('an administrator erases a session and a child, sees first what goes and what stays, and saves the receipt', async ({
  openSite,
  dataDir,
}) => {
  await makeListsSite(dataDir, 3);
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  const dialog = page.getByRole('dialog');
  const waiting = page.getByRole('table', { name: 'Waiting to be erased' });

  await test.step('a session, from its review: it waits for a day, and is in no list', async () => {
    await goTo(page, 'Sessions');
    await page.getByRole('row', { name: 'W3-0002' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Erase this session' }).click();
    await expect(dialog.getByText('1 session', { exact: true })).toBeVisible();
    await expect(dialog.getByText(/For 1 day it can be taken back/)).toBeVisible();
    await dialog.getByLabel(/^Reason/).fill('recorded by mistake');
    await dialog.getByLabel(/^Your password/).fill(ADMINISTRATOR.password);
    await dialog.getByRole('button', { name: 'Erase in 1 day' }).click();
    await expect(waiting.getByRole('row', { name: /Session/ })).toContainText('recorded by mistake');
    await expectAccessible(page, 'what waits to be erased');
    await goTo(page, 'Sessions');
    await expect(page.getByRole('row', { name: 'W3-0001' })).toBeVisible();
    await expect(page.getByRole('row', { name: 'W3-0002' })).toHaveCount(0);
  });

  await test.step('it is taken back, and then erased without waiting', async () => {
    await goTo(page, 'Settings');
    await waiting.getByRole('button', { name: 'Take back: Session of W3-0002' }).click();
    await expect(page.getByText('It is back.')).toBeVisible();
    await goTo(page, 'Sessions');
    await page.getByRole('row', { name: 'W3-0002' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Erase this session' }).click();
    await dialog.getByLabel(/^Reason/).fill('recorded by mistake');
    await dialog.getByLabel(/^Your password/).fill(ADMINISTRATOR.password);
    await dialog.getByRole('button', { name: 'Erase in 1 day' }).click();
    await waiting.getByRole('button', { name: 'Erase now: Session of W3-0002' }).click();
    await dialog.getByLabel(/^Your password/).fill(ADMINISTRATOR.password);
    await dialog.getByRole('button', { name: 'Erase now' }).click();
    const rows = page.getByRole('table', { name: 'Erasures' }).getByRole('row', { name: /Session/ });
    await expect(rows.filter({ hasText: 'Erased on' })).toContainText('recorded by mistake');
    await expect(rows.filter({ hasText: 'Taken back on' })).toHaveCount(1);
    await expect(waiting).toHaveCount(0);
  });

  await test.step('a child: what stays is said, a wrong password and a reason that names it erase nothing', async () => {
    await goTo(page, 'Children');
    const panel = page.getByRole('region', { name: 'W3-0003' });
    await panel.getByRole('button', { name: 'Erase this child' }).click();
    await expect(dialog.getByText('1 child: code and month of birth')).toBeVisible();
    await expect(dialog.getByText(/entries of the audit log: they say what was done/)).toBeVisible();
    await expectAccessible(page, 'what an erasure takes');
    await dialog.getByLabel('Erase at once, with no way back').check();
    await dialog.getByLabel(/^Reason/).fill('the family of W3-0003 asked');
    await dialog.getByLabel(/^Your password/).fill('another password');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await expect(dialog.getByText('Leave the code out of it.')).toBeVisible();
    await dialog.getByLabel(/^Reason/).fill('the family asked');
    await dialog.getByLabel(/^Your password/).fill('another password');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await expect(dialog.getByText('The password is wrong. Nothing was erased.')).toBeVisible();
    await dialog.getByLabel(/^Your password/).fill(ADMINISTRATOR.password);
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
  });

  await test.step('its receipt can be saved, and it is in no list any more', async () => {
    const row = page.getByRole('table', { name: 'Erasures' }).getByRole('row', { name: /the family asked/ });
    const saving = page.waitForEvent('download');
    await row.getByRole('button', { name: /^Save the receipt of C-/ }).click();
    const receipt = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
    expect(receipt).toMatchObject({ what: 'child', askedBy: ADMINISTRATOR.name, counts: { children: 1, sessions: 1 } });
    await goTo(page, 'Children');
    await expect(page.getByRole('heading', { name: 'W3-0004' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'W3-0003' })).toHaveCount(0);
  });
});
