import { expectAccessible } from './support/accessible.ts';
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
import { expect, test } from './support/test.ts';

const NURSE = { name: 'Bram Nurse', password: 'a quiet ward tonight' } as const;
const CHILD = 'W3-0032';

test('a session goes on behind a locked screen, and a colleague unlocks it and takes over', async ({
  openSite,
  dataDir,
}) => {
  test.setTimeout(240_000);
  await makeWard(dataDir, { child: CHILD, users: [{ ...NURSE, role: 'ward' }] });
  const { page } = await openSite({ camera: await cameraFile() });
  await signInAtChild(page, CHILD);
  await page.getByRole('link', { name: 'Start a session' }).click();
  await startSession(page, /fake|camera|mjpeg/i);
  await enrolByKeyboard(page);

  await test.step('by its key; the cover says that the camera is on, and of whom it does not', async () => {
    await page.locator('body').press('Shift+L');
    await expect(page.getByRole('heading', { name: 'Locked', exact: true })).toBeVisible();
    await expect(page.getByText('The camera is on: a session runs')).toBeVisible();
    await expect(page.getByText(CHILD)).toHaveCount(0);
    await expect(page).toHaveTitle(/^Session runs, \d+ min · Locked · Faceward$/);
    await expectAccessible(page, 'locked');
    await untilElapsed(page, 15);
  });

  await test.step('a wrong password unlocks nothing', async () => {
    await signIn(page, ADMINISTRATOR.name, 'not the password at all', 'Unlock');
    await expect(page.getByText('The name or the password is wrong')).toBeVisible();
  });

  await test.step('a colleague takes over, and no second of it was lost', async () => {
    await signIn(page, NURSE.name, NURSE.password, 'Unlock');
    await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
    await expect(page.getByRole('region', { name: 'Signed in' })).toContainText(NURSE.name);
    await stopSession(page);
    await page.getByRole('link', { name: 'Review this session' }).click();
    const gaps = (await exportedRows(page)).filter(({ row }) => row === 'gap').map((row) => row.reason_or_kind);
    expect(gaps).not.toContain('paused');
    expect(gaps).not.toContain('interrupted');
  });
});

test('a window that nobody touches says that it will lock, locks, and stays so over a reload', async ({
  openSite,
  dataDir,
  hostKind,
}) => {
  await makeWard(dataDir, {});
  const { page } = await openSite();
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  await goTo(page, 'Settings');
  await page.getByLabel(/^Minutes without a key or the mouse/).fill('3');
  await page.getByRole('button', { name: 'Save when it locks' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await goTo(page, 'Models');
  await page.clock.install();
  await page.mouse.move(300, 300);
  await page.clock.fastForward('02:40');
  await expect(page.getByText(/The screen locks in \d+ s/)).toBeVisible();
  await page.mouse.move(310, 310);
  await expect(page.getByText(/The screen locks in \d+ s/)).toHaveCount(0);
  await page.clock.fastForward('03:01');
  await expect(page.getByRole('heading', { name: 'Locked', exact: true })).toBeVisible();
  await expect(page.getByText(`${ADMINISTRATOR.name} locked this screen`)).toBeVisible();
  if (hostKind === 'browser') {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Locked', exact: true })).toBeVisible();
  }
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password, 'Unlock');
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible();
});
