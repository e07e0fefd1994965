import { readFileSync } from 'node:fs';
import { ADMINISTRATOR, addChild, goTo, openDemo, recordConsent, setUpSite } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a form says beside each field what is wrong with it, and keeps what was typed when it is refused', async ({
  openSite,
}) => {
  const { page } = await openSite();

  await test.step('nothing filled in: the keyboard goes to the first field', async () => {
    await page.getByRole('button', { name: /Set up this site/ }).click();
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    const siteName = page.getByLabel(/^Name of the site/);
    await expect(siteName).toBeFocused();
    await expect(siteName).toHaveAccessibleDescription(/Please fill this in\./);
    await expect(page.getByText('Please fill this in.')).toHaveCount(3);
    await siteName.fill('St. Test');
    await expect(page.getByText('Please fill this in.')).toHaveCount(2);
  });

  await test.step('the contract’s own bounds, and a password typed in two ways', async () => {
    await page.getByLabel(/^Administrator/).fill(ADMINISTRATOR.name);
    await page
      .getByLabel(/^Password/)
      .first()
      .fill('short');
    await page.getByLabel(/^Password again/).fill('shorter');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(/^Password/).first()).toBeFocused();
    await expect(page.getByText('At least 10 characters.', { exact: true })).toBeVisible();
    await expect(page.getByText('The two passwords are not the same yet.')).toBeVisible();
  });

  await test.step('in the reader’s language, also when it changes now', async () => {
    await page.getByText('Nederlands').click();
    await expect(page.getByText('Minstens 10 tekens.', { exact: true })).toBeVisible();
    await expect(page.getByLabel(/^Naam van de locatie/)).toHaveValue('St. Test');
    await page.getByText('English').click();
    await page.reload();
    await setUpSite(page);
  });

  await test.step('a code that is none', async () => {
    await goTo(page, 'Children');
    await page.getByRole('button', { name: 'Add a child' }).click();
    const code = page.getByLabel(/^Code/);
    await code.fill('Jan Jansen');
    await page.getByLabel(/^Month of birth/).fill('2018-05');
    await page.keyboard.press('Enter');
    await expect(code).toBeFocused();
    await expect(code).toHaveAccessibleDescription(/Only letters, digits and hyphens, 2 to 20 of them\./);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('a code that is taken: the refusal is shown, and nothing is lost', async () => {
    await addChild(page, 'W3-0001');
    await page.getByRole('button', { name: 'Add a child' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel(/^Code/)).toHaveValue('');
    await dialog.getByLabel(/^Code/).fill('W3-0001');
    await dialog.getByLabel(/^Month of birth/).fill('2019-06');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await expect(dialog.getByRole('alert')).toContainText('The child was not added');
    await expect(dialog.getByLabel(/^Code/)).toHaveValue('W3-0001');
    await expect(dialog.getByLabel(/^Month of birth/)).toHaveValue('June 2019');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    // Opened again before it is gone, it would still hold what was typed.
    await expect(dialog).toHaveCount(0);
  });

  await test.step('a month from the calendar, by keyboard: first the year, then the month', async () => {
    await page.getByRole('button', { name: 'Add a child' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a child' });
    const open = dialog.getByRole('button', { name: 'Calendar: Month of birth' });
    await open.press('Enter');
    const calendar = page.getByRole('dialog', { name: 'Calendar: Month of birth' });
    await expect(calendar).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(calendar).toHaveCount(0);
    await expect(open).toBeFocused();
    await open.press('Enter');
    await expect(calendar).toBeVisible();
    const year = new Date().getFullYear();
    await calendar.getByRole('button', { name: String(year), exact: true }).press('Enter');
    await calendar.getByRole('button', { name: 'Jan', exact: true }).press('Enter');
    await expect(dialog.getByLabel(/^Month of birth/)).toHaveValue(`January ${year}`);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('nothing chosen of several, and a last day that is over', async () => {
    await page.getByRole('button', { name: 'Record consent' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Given by/).fill('Mother');
    await dialog.getByLabel(/^Last day/).fill('2020-01-01');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await expect(dialog.getByRole('checkbox').first()).toBeFocused();
    await expect(dialog.getByText('Please choose.')).toBeVisible();
    await expect(dialog.getByText('The last day cannot lie in the past.')).toBeVisible();
    await dialog.getByLabel(/^Last day/).fill('31-2-2030');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await expect(dialog.getByText('There is no such date.')).toBeVisible();
    await dialog.getByLabel(/^Last day/).fill('28-2-2030');
    await expect(dialog.getByText('There is no such date.')).toHaveCount(0);
    await dialog.getByRole('checkbox').first().focus();
    await expect(dialog.getByLabel(/^Last day/)).toHaveValue('28 February 2030');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('a scan of the paper form: what is none is refused, and the file comes back as it was', async () => {
    await recordConsent(page);
    const chosen = page.locator('input[type="file"]');
    const file = { name: 'form.pdf', mimeType: 'application/pdf' };
    await chosen.setInputFiles({ ...file, buffer: Buffer.from('not what its name says') });
    await expect(page.getByRole('alert')).toContainText('this file is none of them');
    const content = Buffer.from('%PDF-1.7 signed by nobody');
    await chosen.setInputFiles({ ...file, buffer: content });
    await expect(page.getByText(/^Scan \(PDF\), added/)).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Fetch' }).click();
    const fetched = await download;
    expect(fetched.suggestedFilename()).toMatch(/^consent-W3-0001-.*\.pdf$/);
    expect(readFileSync(await fetched.path()).equals(content)).toBe(true);
  });

  await test.step('a password does not outlive its refusal, what stands beside it does', async () => {
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Add a user' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name/).fill(ADMINISTRATOR.name);
    await dialog.getByLabel(/^Password/).fill('another horse battery');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('The user was not added');
    await expect(dialog.getByLabel(/^Name/)).toHaveValue(ADMINISTRATOR.name);
    await expect(dialog.getByLabel(/^Password/)).toHaveValue('');
    await expect(dialog.getByLabel(/^Password/)).toBeFocused();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
});

test('a score says which part of it is missing', async ({ openSite }) => {
  const { page } = await openSite();
  await openDemo(page);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'FLACC' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an observation' });
  await page.keyboard.press('0');
  await dialog.getByRole('radiogroup', { name: 'Activity' }).getByRole('radio', { name: /^1/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Please choose.')).toHaveCount(3);
  await expect(dialog.getByRole('radiogroup', { name: 'Legs' }).getByRole('radio', { name: /^0/ })).toBeFocused();
  await dialog.getByText('Faces', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('radio', { name: 'Face 1 of 6' })).toBeFocused();
  await expect(dialog.getByRole('radiogroup', { name: /hurt right now/ })).toHaveAccessibleDescription(
    'Please choose.',
  );
});
