import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cameraFile } from './support/camera-file.ts';
import {
  EMOTION_WORD,
  enrolByKeyboard,
  exportedRows,
  liveWord,
  startSession,
  untilElapsed,
} from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { ADMINISTRATOR, addChild, goTo, setUpSite, signIn, signInAtChild } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a program killed in mid-session has kept all but the last second, and offers the session again', async ({
  openSite,
  dataDir,
}) => {
  await makeWard(dataDir, { child: 'W3-0003' });
  const first = await openSite({ camera: await cameraFile() });
  await signInAtChild(first.page, 'W3-0003');
  await first.page.getByRole('link', { name: 'Start a session' }).click();
  await startSession(first.page, /fake|camera|mjpeg/i);
  await enrolByKeyboard(first.page);
  await expect(liveWord(first.page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
  await untilElapsed(first.page, 10);
  await first.kill();

  const { page } = await openSite();
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByRole('button', { name: 'End it' })).toHaveCount(0);
  await goTo(page, 'Sessions');
  await page
    .getByRole('row', { name: /W3-0003/ })
    .getByRole('link')
    .first()
    .click();
  const samples = (await exportedRows(page)).filter(({ row }) => row === 'sample');
  expect(Number(samples.at(-1)?.at_ms)).toBeGreaterThan(9000);
});

test('a log that was damaged after a kill is told at the door, and the site opens without what is lost once that is said', async ({
  openSite,
  dataDir,
}) => {
  const first = await openSite();
  await setUpSite(first.page);
  await addChild(first.page, 'W3-0004');
  await first.kill();
  const file = join(dataDir, 'faceward.db-wal');
  const log = readFileSync(file);
  log[Math.floor(log.length / 2)]! ^= 1;
  writeFileSync(file, log);

  const { page } = await openSite();
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  await expect(page.getByRole('alert')).toContainText(/saved steps? .*cannot be read/);
  await page.getByLabel('Open without what is missing').check();
  await page.getByLabel(/^Password/).fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await goTo(page, 'Settings');
  await expect(page.getByText('Store opened without what was lost')).toBeVisible();
});
