import { expectAccessible } from './support/accessible.ts';
import { CHILDREN, COLLEAGUE, makeListsSite } from './support/lists-site.ts';
import { ADMINISTRATOR, goTo, signIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

const SESSIONS = 60;

test('sessions are found by child, day, state and person, and children by code and consent, a page at a time', async ({
  openSite,
  dataDir,
}) => {
  await makeListsSite(dataDir, SESSIONS);
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  await goTo(page, 'Sessions');
  const find = page.getByRole('search', { name: 'Find sessions' });
  const found = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
  const rows = page.getByRole('table', { name: 'Sessions' }).getByRole('row');

  await test.step('pages of sessions, newest first', async () => {
    await found('60 sessions, newest first');
    await expect(rows).toHaveCount(26);
    await page.getByRole('button', { name: 'Page: 3' }).click();
    await expect(rows).toHaveCount(11);
    await expectAccessible(page, 'sessions');
  });

  await test.step('of one child, by one person', async () => {
    await find.getByRole('combobox', { name: 'Child' }).click();
    await page.getByRole('option', { name: 'W3-0004' }).click();
    await found('6 sessions');
    await expect(rows).toHaveCount(7);
    await find.getByRole('combobox', { name: 'Started by' }).click();
    await page.getByRole('option', { name: COLLEAGUE }).click();
    await found('2 sessions');
    await find.getByRole('button', { name: 'Show all' }).click();
    await found('60 sessions');
  });

  await test.step('of days, typed as people write them; what is no day is told and bounds nothing', async () => {
    const day = (ago: number) => {
      const at = new Date(Date.now() - ago * 86_400_000);
      return `${at.getDate()}-${at.getMonth() + 1}-${at.getFullYear()}`;
    };
    await find.getByRole('textbox', { name: 'From' }).fill(day(4));
    await find.getByRole('textbox', { name: 'Until' }).fill(day(2));
    await found('3 sessions');
    await find.getByRole('textbox', { name: 'Until' }).fill('31-2-2030');
    await find.getByRole('textbox', { name: 'From' }).focus();
    await expect(find.getByText('Write it as day, month and year: 31-12-2026.')).toBeVisible();
    await found('4 sessions');
    await find.getByRole('button', { name: 'Show all' }).click();
    await expect(find.getByRole('textbox', { name: 'From' })).toHaveValue('');
    await expect(find.getByRole('textbox', { name: 'Until' })).toHaveValue('');
  });

  await test.step('of a state that none has', async () => {
    await find.getByRole('combobox', { name: 'State' }).click();
    await page.getByRole('option', { name: 'Recovered' }).click();
    await found('No session is like that');
    await find.getByRole('button', { name: 'Show all' }).click();
  });

  await test.step('children by part of the code, and by what holds today', async () => {
    await goTo(page, 'Children');
    await found(`${CHILDREN} children`);
    await expect(page.getByRole('region', { name: /^Child W3-/ })).toHaveCount(10);
    await page.getByRole('textbox', { name: 'Part of the code' }).fill('-001');
    await found('3 children');
    await page.getByRole('combobox', { name: 'Show' }).click();
    await page.getByRole('option', { name: 'Consent ends within 14 days' }).click();
    await found('1 child');
    await expect(page.getByRole('heading', { name: 'W3-0012' })).toBeVisible();
    await expectAccessible(page, 'children');
  });
});
