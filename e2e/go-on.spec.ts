import { renameSync } from 'node:fs';
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

const CHILD = 'W3-0031';
const CAMERA = /fake|camera|mjpeg/i;
/** Windows moves no folder of which a file is open. */
const CAN_MOVE = process.platform !== 'win32';
const IN_TITLE = /^Session runs, \d+ min · /;

test('a session whose program was killed goes on with a gap, and a child has one at a time', async ({
  openSite,
  dataDir,
}) => {
  test.setTimeout(240_000);
  await makeWard(dataDir, { child: CHILD });
  const first = await openSite({ camera: await cameraFile() });
  await signInAtChild(first.page, CHILD);
  await first.page.getByRole('link', { name: 'Start a session' }).click();
  await startSession(first.page, CAMERA);
  await enrolByKeyboard(first.page);
  await expect(liveWord(first.page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
  await untilElapsed(first.page, 5);

  await test.step('the window’s title says that a session runs, and of whom it does not', async () => {
    await goTo(first.page, 'Models');
    await expect(first.page).toHaveTitle(IN_TITLE);
    await expect(first.page).not.toHaveTitle(new RegExp(CHILD));
  });
  await first.kill();

  const { page } = await openSite({ camera: await cameraFile() });
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  const lost = page.getByText(`A session of ${CHILD}, begun`);
  await expect(lost).toBeVisible();
  await expect(page).not.toHaveTitle(IN_TITLE);

  await test.step('another one of the same child is refused in words', async () => {
    await goTo(page, 'Live');
    await page.getByRole('radio', { name: CAMERA }).check();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(
      page.getByText(`A session of ${CHILD} is running, and ${ADMINISTRATOR.name} is responsible`),
    ).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole('button', { name: 'Back' }).click();
  });

  await test.step('gone on with by one press, it is the same session, with a gap for what was missed', async () => {
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await enrolByKeyboard(page);
    await expect(lost).toHaveCount(0);
  });

  let saved = '';
  await test.step('a data folder that is moved away is told, and what waits is saved, sealed, and stored once it is back', async () => {
    await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
    if (!CAN_MOVE) return;
    renameSync(dataDir, `${dataDir}-away`);
    const told = page.getByText('was moved, removed or replaced');
    await expect(told).toBeVisible();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save them into a file' }).click();
    saved = await (await file).path();
    await expect(page.getByText('only this site can open the file')).toBeVisible();
    renameSync(`${dataDir}-away`, dataDir);
    await expect(told).toHaveCount(0, { timeout: 15_000 });
  });
  await stopSession(page);

  await test.step('a stop is undone within a minute', async () => {
    await page.getByRole('button', { name: 'Undo the stop' }).click();
    await enrolByKeyboard(page);
    await stopSession(page);
    await expect(page.getByRole('button', { name: 'Undo the stop' })).toBeVisible();
    await expect(page).not.toHaveTitle(IN_TITLE);
    await page.getByRole('link', { name: 'Review this session' }).click();
    const rows = await exportedRows(page);
    const gaps = rows.filter(({ row }) => row === 'gap').map((row) => row.reason_or_kind);
    expect(gaps).toContain('interrupted');
    const atMs = rows.filter(({ row }) => row === 'sample').map((row) => Number(row.at_ms));
    expect(atMs).toEqual(atMs.toSorted((a, b) => a - b));
    await goTo(page, 'Sessions');
    await expect(page.getByRole('row', { name: CHILD })).toHaveCount(1);
  });

  await test.step('the saved file is taken in, and adds nothing to what was stored since', async () => {
    if (!CAN_MOVE) return;
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Take in saved readings' }).click();
    await (await chooser).setFiles(saved);
    await expect(page.getByText(`0 readings and 0 entries of ${CHILD} were taken in`)).toBeVisible();
  });
});
