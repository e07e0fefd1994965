import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { beginVideo } from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { expectNoSidewaysScroll } from './support/no-sideways-scroll.ts';
import { partOfClip } from './support/part-of-clip.ts';
import { ADMINISTRATOR, goTo, openUserPanel, signIn, signInAtChild } from './support/people.ts';
import { expect, test } from './support/test.ts';

const REVIEWER = { name: 'Rosa Reviewer', password: 'another horse battery' } as const;
const STRETCHES = 4;

test('two people judge stretches blind by keys, stop and go on, hand in, and read how far they agree', async ({
  openSite,
  dataDir,
}) => {
  test.setTimeout(240_000);
  await makeWard(dataDir, { child: 'W3-0009', more: ['keep-crops'], users: [{ ...REVIEWER, role: 'reviewer' }] });
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await signInAtChild(page, 'W3-0009');
  await readVideo(page);

  await test.step('a rating is set up', async () => {
    await goTo(page, 'Blind rating');
    await expect(page.getByText('No blind rating yet')).toBeVisible();
    await expectAccessible(page, 'no rating');
    await page.getByRole('button', { name: 'Set up a blind rating' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name/).fill('December');
    await dialog.getByLabel(/^How many stretches/).fill(String(STRETCHES));
    await dialog.getByLabel(/^Length of each/).fill('2');
    await dialog.getByRole('checkbox', { name: ADMINISTRATOR.name }).check();
    await dialog.getByRole('button', { name: 'Draw the stretches' }).click();
    await expect(dialog.getByText(/at least 2/i), 'two raters are needed').toBeVisible();
    await dialog.getByRole('checkbox', { name: REVIEWER.name }).check();
    await expectAccessible(page, 'setting up');
    await dialog.getByRole('button', { name: 'Draw the stretches' }).click();
    await expect(page.getByRole('row', { name: /^December/ })).toContainText('4 stretches of 1 child');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectAccessible(page, 'list');
    await expectNoSidewaysScroll(page, 'list');
  });

  await test.step('the first answers by keys, may take back, and cannot see what it was', async () => {
    await page.getByRole('link', { name: 'Rate “December”' }).click();
    await expect(heading(page, '1 of 4')).toBeVisible();
    await expect(page.getByRole('img', { name: /^The child’s face/ }).first()).toBeVisible();
    await expectAccessible(page, 'rating');
    await expectNoSidewaysScroll(page, 'rating');
    await pressFor(page, '8');
    await expect(heading(page, '2 of 4')).toBeVisible();
    await pressFor(page, 'b');
    await expect(heading(page, '1 of 4')).toBeVisible();
    await expect(page.getByText('Taken back: the stretch is asked again.')).toBeVisible();
    const main = page.getByRole('main');
    for (const hidden of ['W3-0009', 'The model', 'Machine', 'Session of']) {
      await expect(main.getByText(hidden)).toHaveCount(0);
    }
  });

  await test.step('stops, goes on, and hands in', async () => {
    await pressFor(page, '4');
    await expect(heading(page, '2 of 4')).toBeVisible();
    await goTo(page, 'Settings');
    await goTo(page, 'Blind rating');
    await expect(page.getByRole('row', { name: /^December/ })).toContainText(`${ADMINISTRATOR.name}: 1 of 4`);
    await page.getByRole('link', { name: 'Rate “December”' }).click();
    for (const place of ['2 of 4', '3 of 4', '4 of 4']) {
      await expect(heading(page, place)).toBeVisible();
      await pressFor(page, '4');
    }
    await expect(heading(page, 'You have answered all stretches')).toBeVisible();
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByText('You have handed in')).toBeVisible();
    await page.getByRole('link', { name: 'To the blind ratings' }).click();
    await expect(page.getByRole('link', { name: /Results/ }), 'not before the other').toHaveCount(0);
  });

  await test.step('the other cannot tell one of them, and reads the results with their n', async () => {
    await openUserPanel(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, REVIEWER.name, REVIEWER.password);
    await goTo(page, 'Blind rating');
    await page.getByRole('link', { name: 'Rate “December”' }).click();
    await expect(heading(page, '1 of 4')).toBeVisible();
    await pressFor(page, 'u');
    for (const place of ['2 of 4', '3 of 4', '4 of 4']) {
      await expect(heading(page, place)).toBeVisible();
      await page.getByRole('button', { name: /^Happiness/ }).click();
    }
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('link', { name: 'Results of “December”' }).click();
    await expect(page.getByText('All raters answered 4 stretches of 1 child.')).toBeVisible();
    await expect(
      page.getByText(`“Cannot be told” was said by ${ADMINISTRATOR.name} 0 times, ${REVIEWER.name} once.`),
    ).toBeVisible();
    const both = page.getByRole('row', { name: new RegExp(`^${ADMINISTRATOR.name} and ${REVIEWER.name}`) });
    await expect(both).toContainText('1.00');
    await expect(both).toContainText('3 stretches of 1 child');
    await expect(page.getByRole('row', { name: /^Machine and all raters/ })).toBeVisible();
    await expectAccessible(page, 'results');
    await expectNoSidewaysScroll(page, 'results');
  });

  await test.step('every stretch leaves as a row without the child’s code', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export every stretch as CSV' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(1 + STRETCHES);
    expect(text).toMatch(/rater_1,rater_2\r\nC-/);
    expect(text).not.toContain('W3-0009');
    expect(text).not.toContain('Rosa');
  });

  await test.step('in Dutch too', async () => {
    await openUserPanel(page);
    await page.getByText('Nederlands').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Uitkomsten van “December”' })).toBeVisible();
    await expectAccessible(page, 'results in Dutch');
    await expectNoSidewaysScroll(page, 'results in Dutch');
  });
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });

/** Keys answer once the answer before is stored and the next stretch is there. */
async function pressFor(page: Page, key: string): Promise<void> {
  await expect(page.getByRole('button', { name: /^Happiness/ })).toBeEnabled();
  await page.locator('body').press(key);
}

/** Reads the first quarter of the clip, in which there are stretches enough. */
async function readVideo(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Start a session' }).click();
  await beginVideo(page, partOfClip('ward.mp4', 0, 15));
  await expect(page.getByText('Read to the end: all stored')).toBeVisible({ timeout: 120_000 });
}
