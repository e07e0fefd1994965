import type { Page } from '@playwright/test';
import { cameraFile } from './support/camera-file.ts';
import {
  EMOTION_WORD,
  enrolByKeyboard,
  exportedRows,
  liveWord,
  startSession,
  stopSession,
  untilElapsed,
} from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { ADMINISTRATOR, goTo, signIn, signInAtChild } from './support/people.ts';
import { skipFor } from './support/skip-for.ts';
import { expect, test } from './support/test.ts';

const NURSE = { name: 'Bram Nurse', password: 'a quiet ward tonight' } as const;
const CHILD = 'W3-0009';
const CAMERA = /fake|camera|mjpeg/i;

test('signing out during a session asks, and who signs in next takes it over', async ({ openSite, dataDir }) => {
  test.setTimeout(240_000);
  await makeWard(dataDir, { child: CHILD, users: [{ ...NURSE, role: 'ward' }] });
  const { page } = await openSite({ camera: await cameraFile() });
  await signInAtChild(page, CHILD);
  await beginSession(page);

  await test.step('every page shows that it runs', async () => {
    await goTo(page, 'Models');
    const bar = page.getByRole('region', { name: 'Running session' });
    await expect(bar).toContainText(`A session of ${CHILD} is running`);
    await expect(bar.getByRole('button', { name: 'Stop' })).toBeVisible();
    await bar.getByRole('link', { name: 'To the live screen' }).click();
    await expect(liveWord(page)).toBeVisible();
  });

  await test.step('to stay is to go on', async () => {
    await signOut(page);
    await question(page).getByRole('button', { name: 'Stay signed in' }).click();
    await expect(liveWord(page)).toBeVisible();
  });

  await test.step('handed over, it waits without filming until somebody takes it', async () => {
    await signOut(page);
    await question(page).getByRole('button', { name: 'Hand it over and sign out' }).click();
    await expect(page.getByText('A session waits in this window')).toBeVisible();
    // Who walks past learns no child's code.
    await expect(page.getByText(CHILD)).toHaveCount(0);
    await signIn(page, NURSE.name, NURSE.password);
    await expect(page.getByText(`A session of ${CHILD} waits for you`)).toBeVisible();
    await expect(liveWord(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
  });

  await test.step('stopped at signing out, all of it is stored, under both names', async () => {
    await signOut(page);
    await question(page).getByRole('button', { name: 'Stop it and sign out' }).click();
    await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
    await goTo(page, 'Settings');
    await expect(page.getByRole('row', { name: /Anna Admin Session left running/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Bram Nurse Session taken over .* from Anna Admin/ })).toBeVisible();
    await goTo(page, 'Sessions');
    await page.getByRole('row', { name: CHILD }).getByRole('link').first().click();
    const gaps = (await exportedRows(page)).filter(({ row }) => row === 'gap');
    expect(gaps.map((row) => row.reason_or_kind)).toContain('paused');
  });
});

test('a session outlives a reload and a closed tab', async ({ openSite, dataDir, hostKind }) => {
  skipFor(
    hostKind === 'desktop' ? 'the desktop program has no reload and no tabs, and asks in a window of the system' : null,
  );
  test.setTimeout(240_000);
  await makeWard(dataDir, { child: CHILD, users: [{ ...NURSE, role: 'ward' }] });
  const { page } = await openSite({ camera: await cameraFile() });
  await signInAtChild(page, CHILD);
  await beginSession(page);

  await test.step('a reload warns; gone on with, it is the same session with a gap', async () => {
    const asked = page.waitForEvent('dialog');
    await Promise.all([page.reload(), asked.then((dialog) => dialog.accept())]);
    expect((await asked).type()).toBe('beforeunload');
    await expect(page.getByText(lost)).toBeVisible();
    await expect(page.getByText(`${ADMINISTRATOR.name} is responsible`)).toBeVisible();
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await enrolByKeyboard(page);
    await expect(page.getByText(lost)).toHaveCount(0);
    await untilElapsed(page, secondsOf((await page.getByRole('timer').textContent()) ?? '') + 3);
    await stopSession(page);
    await page.getByRole('link', { name: 'Review this session' }).click();
    const rows = await exportedRows(page);
    const gaps = rows.filter(({ row }) => row === 'gap').map((row) => row.reason_or_kind);
    expect(gaps).toContain('interrupted');
    const atMs = rows.filter(({ row }) => row === 'sample').map((row) => Number(row.at_ms));
    expect(atMs).toEqual(atMs.toSorted((a, b) => a - b));
    await goTo(page, 'Sessions');
    await expect(page.getByRole('row', { name: CHILD })).toHaveCount(1);
  });

  await test.step('one whose tab was closed is ended from another', async () => {
    await goTo(page, 'Live');
    await startSession(page, CAMERA);
    await enrolByKeyboard(page);
    const tab = await page.evaluate(() => ({ ...sessionStorage }));
    await page.close();
    // The same tab opened once more, as browsers offer it.
    const again = await page.context().newPage();
    await again.addInitScript((kept) => {
      for (const [name, value] of Object.entries(kept)) sessionStorage.setItem(name, value);
    }, tab);
    await again.goto(new URL(page.url()).origin);
    await expect(again.getByText(lost)).toBeVisible();
    await again.getByRole('button', { name: 'End it' }).click();
    await expect(again.getByText(lost)).toHaveCount(0);
    await goTo(again, 'Sessions');
    await expect(again.getByRole('row', { name: CHILD })).toHaveCount(2);
    await expect(again.getByRole('cell', { name: 'Running' })).toHaveCount(0);
  });
});

const lost = new RegExp(`A session of ${CHILD} runs since`);

async function beginSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Start a session' }).click();
  await startSession(page, CAMERA);
  await enrolByKeyboard(page);
}

function question(page: Page) {
  return page.getByRole('dialog', { name: `A session of ${CHILD} is running` });
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
}

function secondsOf(clock: string): number {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
