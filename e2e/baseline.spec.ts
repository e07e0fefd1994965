import { calmCameraFile } from './support/compose-clip.ts';
import { enrolByKeyboard, startDemoSession, startSession, stopSession } from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { goTo, openDemo, recordConsent, signInAtChild } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a resting face is kept with consent, stays off until switched on, and then shows change beside the reading', async ({
  openSite,
  dataDir,
}) => {
  test.setTimeout(240_000);
  await makeWard(dataDir, { child: 'W3-0011' });
  const { page } = await openSite({ camera: calmCameraFile() });
  await signInAtChild(page, 'W3-0011');
  const offer = page.getByRole('button', { name: /Record the child’s resting face/ });

  await test.step('the family agrees', async () => {
    await recordConsent(page, ['Keep the child’s own resting face as numbers']);
    await expect(page.getByText('No resting face recorded.')).toBeVisible();
  });

  await test.step('thirty seconds of the first session become version 1', async () => {
    await goTo(page, 'Live');
    await startSession(page, /fake|camera|mjpeg/i);
    await enrolByKeyboard(page);
    await offer.click();
    await expect(page.getByRole('timer').filter({ hasText: 'Recording the resting face' })).toBeVisible();
    await expect(page.getByText(/^Kept as version 1/)).toBeVisible({ timeout: 45_000 });
    await expect(page.getByTestId('baseline-line')).toHaveCount(0);
    await stopSession(page);
  });

  await test.step('it is in use only when somebody says so', async () => {
    await goTo(page, 'Children');
    await page.getByRole('button', { name: 'Edit the description of version 1' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Description' }).fill('calm, after breakfast');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('cell', { name: 'calm, after breakfast' })).toBeVisible();
    await page.getByRole('button', { name: 'Use version 1' }).click();
    await expect(page.getByRole('cell', { name: 'In use', exact: true })).toBeVisible();
  });

  await test.step('the next session says what differs, and offers nothing to record', async () => {
    await goTo(page, 'Live');
    await page.getByRole('button', { name: 'New session' }).click();
    await startSession(page, /fake|camera|mjpeg/i);
    await enrolByKeyboard(page);
    await expect(page.getByTestId('baseline-line')).toHaveText(/^Compared with the child’s usual face: /);
    await expect(offer).toHaveCount(0);
    await stopSession(page);
  });

  await test.step('removed, it is gone', async () => {
    await goTo(page, 'Children');
    await page.getByRole('button', { name: 'Remove version 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText('No resting face recorded.')).toBeVisible();
  });
});

test('a face that laughs and cries is no rest: it is refused in words, and can be recorded again', async ({
  openSite,
}) => {
  const { page } = await openSite();
  await openDemo(page);
  await goTo(page, 'Children');
  await recordConsent(page, ['Keep the child’s own resting face as numbers']);
  await goTo(page, 'Live');
  await startDemoSession(page);
  const offer = page.getByRole('button', { name: /Record the child’s resting face/ });
  await offer.click();
  await expect(page.getByText(/^The child was not at rest/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(offer).toBeVisible();
});
