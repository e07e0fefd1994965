import { localDate } from '../src/core/store/local-date.ts';
import { openService } from '../src/hosts/cli/open-service.ts';
import { confirmCode } from '../src/service/testing/confirm-code.ts';
import { expectAccessible } from './support/accessible.ts';
import { ADMINISTRATOR, goTo, signIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

const DAY_MS = 86_400_000;

/** A site that nobody has opened for 200 days, with a consent that ended on day 100 of them. */
async function makeSilentSite(dataDir: string): Promise<void> {
  const then = new Date(Date.now() - 200 * DAY_MS);
  const service = openService(
    dataDir,
    () => {},
    () => then,
  );
  const caller = service.connect();
  const { name: administrator, password } = ADMINISTRATOR;
  const made = await service.call(caller, 'site.setUp', { siteName: 'St. Test, Ward 3', administrator, password });
  await confirmCode((name, input) => service.call(caller, name, input), made);
  const { id: childId } = await service.call(caller, 'children.add', { code: 'W3-0001', birthMonth: '2018-05' });
  const untilDate = localDate(new Date(Date.now() - 100 * DAY_MS));
  const given = { childId, givenBy: 'Mother', childAssented: true, untilDate };
  await service.call(caller, 'consents.grant', { ...given, scopes: ['monitor', 'keep-crops'] });
  await service.close();
}

test('after a long silence nothing ends by date until an administrator says that the date is right', async ({
  openSite,
  dataDir,
}) => {
  await makeSilentSite(dataDir);
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  const notice = page.getByRole('status').filter({ hasText: 'Is the date of this computer right?' });

  await test.step('every page says what would end, and what waits', async () => {
    await expect(notice).toContainText('1 consent ends');
    await goTo(page, 'Settings');
    await expect(notice).toContainText('put the clock of this computer right');
    await expectAccessible(page, 'a clock in doubt');
  });

  await test.step('the date is right: the password, and it goes on', async () => {
    await notice.getByRole('button', { name: 'The date is right: go on' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('does not come back');
    await dialog.getByLabel(/^Your password/).fill(ADMINISTRATOR.password);
    await dialog.getByRole('button', { name: 'The date is right: go on' }).click();
    await expect(notice).toHaveCount(0);
    await expect(page.getByRole('cell', { name: 'Date of the computer confirmed' })).toBeVisible();
  });
});
