import type { Page } from '@playwright/test';
import { cutLabels } from './support/cut-labels.ts';
import { beginVideo, startDemoSession, stopSession, untilElapsed } from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { expectNoSidewaysScroll } from './support/no-sideways-scroll.ts';
import { partOfClip } from './support/part-of-clip.ts';
import { goTo, openDemo, openUserPanel, signIn, signInAtChild } from './support/people.ts';
import { expect, test } from './support/test.ts';

const REVIEWER = { name: 'Rosa Reviewer', password: 'another horse battery' } as const;

const timeline = (page: Page) => page.getByRole('application', { name: /^Timeline/ });
const moment = (page: Page) => page.getByTestId('moment');
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a session is read again by keyboard, corrected beside the reading, and compared', async ({ openSite }) => {
  test.setTimeout(120_000);
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await openDemo(page);
  await startDemoSession(page);
  await page.locator('body').press('1');
  await untilElapsed(page, 15);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  await expect(page.getByRole('heading', { name: /Session of DEMO-1/ })).toBeVisible();

  await test.step('the cursor moves by keys, and says what is there', async () => {
    await timeline(page).press('Home');
    await expect(moment(page)).toContainText(/At the cursor, 0:00.0 \(\d\d:\d\d:\d\d\)/);
    await timeline(page).press('Shift+ArrowRight');
    await expect(moment(page)).not.toContainText('At the cursor, 0:00.0');
    await timeline(page).press('Home');
    await timeline(page).press('j');
    await expect(moment(page)).toContainText('Marker: Needle');
    await timeline(page).press('n');
    await expect(moment(page)).toContainText('Valence');
    await expect(moment(page).getByRole('img', { name: /^The child’s face/ })).toBeVisible();
  });

  await test.step('a stretch is corrected, and stands beside the reading', async () => {
    // Chosen by hand: a busy machine may have read no emotion long enough for a stretch of its own.
    for (const key of ['End', 'Shift+ArrowLeft', 'Shift+ArrowLeft', '[', 'End', ']']) await timeline(page).press(key);
    await saySelected(page, 'Crying');
    const said = section(page, 'What people said it was');
    await expect(said.getByRole('cell', { name: 'Crying', exact: true })).toBeVisible();
    await expect(said.getByText(/in \d+ % of .* s/)).toBeVisible();
    await expect(said.getByRole('button', { name: /Take back/ })).toBeVisible();
  });

  await test.step('what overlaps it is refused in plain words', async () => {
    await timeline(page).press('Enter');
    await page.getByRole('dialog').getByRole('radio', { name: 'Anger' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('You have already said something about part of this stretch')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('it can be printed, without the program around it', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: /Session of DEMO-1/ })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Export PDF' })).toBeHidden();
    await page.emulateMedia({ media: null });
    await expect(page.getByRole('button', { name: 'Print this page' })).toBeVisible();
  });

  await test.step('the page has no sideways scrolling', async () => {
    await expectNoSidewaysScroll(page, 'review');
  });

  await test.step('the child’s sessions are compared', async () => {
    await page.getByRole('link', { name: 'Compare with other sessions' }).click();
    await expect(page.getByRole('heading', { name: 'Sessions of DEMO-1' })).toBeVisible();
    await expect(page.getByText('All sessions were read by one model.')).toBeVisible();
    await expect(page.getByRole('img', { name: /^Sessions over time/ })).toBeVisible();
    const around = section(page, 'Before and after a marker');
    await expect(around.getByRole('row', { name: /Needle/ })).toContainText('too little was read');
  });

  await test.step('the moments of doubt are a page of their own', async () => {
    await goTo(page, 'Uncertain moments');
    await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible();
    await expect(page.getByRole('img', { name: /^The child’s face/ })).toBeVisible();
    await expect(page.getByText('The model hesitated'), 'not told before the answer').toHaveCount(0);
    expect(await cutLabels(page.getByRole('main'))).toEqual([]);
    await openUserPanel(page);
    await page.getByText('Nederlands').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Onzekere momenten' })).toBeVisible();
    expect(await cutLabels(page.getByRole('main'))).toEqual([]);
    await page.getByRole('main').getByRole('button', { name: 'Huilen' }).click();
    await expect(page.getByText('Het model twijfelde daar tussen')).toBeVisible();
  });
});

test('two people say what a stretch was, each in a lane of their own, and their agreement is told', async ({
  openSite,
  dataDir,
}) => {
  test.setTimeout(150_000);
  await makeWard(dataDir, { child: 'W3-0004', users: [{ ...REVIEWER, role: 'reviewer' }] });
  const { page } = await openSite();
  await signInAtChild(page, 'W3-0004');
  await readVideo(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  await expect(page.getByRole('heading', { name: 'Session of W3-0004' })).toBeVisible();
  const session = page.url();
  await timeline(page).press('n');
  await saySelected(page, 'Crying');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, REVIEWER.name, REVIEWER.password);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await page.evaluate((url) => location.assign(url), session);
  await timeline(page).press('n');
  await saySelected(page, 'Anger');

  const said = section(page, 'What people said it was');
  await expect(said.getByRole('cell', { name: 'Crying', exact: true })).toBeVisible();
  await expect(said.getByRole('cell', { name: 'Anger', exact: true })).toBeVisible();
  await expect(said.getByRole('button', { name: /Take back/ })).toHaveCount(1);
  const agreement = section(page, 'Agreement of two people');
  await expect(agreement.getByText('Both said something over')).toBeVisible();
  await expect(agreement.getByText('n = 1 interval')).toBeVisible();
  await expect(agreement.getByRole('cell', { name: 'Differs' })).toBeVisible();
});

/** What is written on buttons that are too narrow for it. */
/** Reads the first quarter of the clip from its file, for the child whose session is about to start. */
async function readVideo(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Start a session' }).click();
  await beginVideo(page, partOfClip('ward.mp4', 0, 15));
  await expect(page.getByText('Read to the end: all stored')).toBeVisible({ timeout: 120_000 });
}

/** Says what the chosen stretch was, by keyboard up to the dialog. */
async function saySelected(page: Page, label: string): Promise<void> {
  await timeline(page).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: label }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}
