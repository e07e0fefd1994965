import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { accessibilityViolations } from './support/accessible.ts';
import { exportAs, startDemoSession, stopSession, untilElapsed } from './support/live-screen.ts';
import { goTo, openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('the public key that a report is verified with is shown in the settings and can be kept', async ({ openSite }) => {
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await openDemo(page);
  await goTo(page, 'Settings');
  const fingerprint = (await page.getByTestId('report-key').textContent()) ?? '';
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the public key' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('site-key.pem');
  const key = createPublicKey(readFileSync(await file.path()));
  const digest = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  expect(fingerprint.replaceAll(' ', '')).toBe(digest);
});

test('a report that somebody saved otherwise is not accused; a changed value of it is', async ({ openSite }) => {
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await openDemo(page);
  await startDemoSession(page);
  await untilElapsed(page, 3);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  const report = JSON.parse(readFileSync(await exportAs(page, 'JSON'), 'utf8'));
  await goTo(page, 'Settings');
  const check = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a report' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await check('pretty.json', `\ufeff${JSON.stringify(report, null, 2).replaceAll('\n', '\r\n')}`);
  await expect(page.getByText('As it was signed: nothing was changed since.')).toBeVisible();
  await expect(page.getByText('Signed by this site.')).toBeVisible();
  report.summary.coverage = 1;
  await check('forged.json', JSON.stringify(report));
  await expect(page.getByRole('alert')).toContainText('Changed: summary.');
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('several formats of a session are exported at once, fetched as one zip and removed', async ({ openSite }) => {
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await openDemo(page);
  await startDemoSession(page);
  await untilElapsed(page, 3);
  await stopSession(page);
  await goTo(page, 'Sessions');
  await page.getByRole('link', { name: 'Export many' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Export many' })).toBeVisible();

  await test.step('nothing begins before a session is chosen', async () => {
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
    await page.getByRole('button', { name: 'Choose all found' }).click();
    await expect(page.getByText('1 session chosen')).toBeVisible();
  });

  await test.step('it is made in the background and says how far it is', async () => {
    for (const format of [/^CSV/, /^BIDS/, /^ELAN/, /^FHIR R4,/]) await page.getByLabel(format).check();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(page.getByText('5 of 5 files')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/^Finished/)).toBeVisible();
  });

  await test.step('the page has no accessibility violation and does not scroll sideways', async () => {
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  await test.step('the zip holds a folder a format, and no code of the child', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Fetch zip' }).click();
    const paths = Object.keys(unzipSync(readFileSync(await (await download).path())));
    for (const folder of ['pdf/', 'csv/', 'bids/sub-', 'elan/', 'fhir/']) {
      expect(
        paths.some((path) => path.startsWith(folder)),
        folder,
      ).toBe(true);
    }
    expect(paths.join()).not.toContain('DEMO');
  });

  await test.step('removed, it is gone', async () => {
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText('Nothing has been exported yet.')).toBeVisible();
  });
});
