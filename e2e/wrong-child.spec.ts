import { cameraFile } from './support/camera-file.ts';
import { enrolByKeyboard, startSession, stopSession } from './support/live-screen.ts';
import { addChild, goTo, recordConsent, setUpSite } from './support/people.ts';
import { expect, test } from './support/test.ts';

const CHILD = 'W3-0010';

test('a rendered child has no place in a real one’s record, and a session of the wrong child is left out of everything', async ({
  openSite,
}) => {
  test.setTimeout(180_000);
  const { page } = await openSite({ camera: await cameraFile() });
  await setUpSite(page);
  await addChild(page, CHILD);
  await recordConsent(page);

  await test.step('without a camera there is nothing to start', async () => {
    await page.evaluate(() => {
      const { mediaDevices } = navigator;
      const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
      Object.assign(window, { plugIn: () => Object.assign(mediaDevices, { enumerateDevices: enumerate }) });
      mediaDevices.enumerateDevices = async () => [];
    });
    await goTo(page, 'Live');
    await expect(page.getByText('No camera was found')).toBeVisible();
    await expect(page.getByRole('radio', { name: /Demo clip/ })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
    await page.evaluate(() => {
      (window as unknown as { plugIn(): void }).plugIn();
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    });
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeEnabled();
  });

  await test.step('a session is marked as not the child’s, with a reason', async () => {
    await startSession(page, /fake|camera|mjpeg/i);
    await enrolByKeyboard(page);
    await stopSession(page);
    await page.getByRole('link', { name: 'Review this session' }).click();
    await page.getByRole('button', { name: 'Not this child’s' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Mark it' }).click();
    await expect(dialog.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabel('Reason').fill('the wrong child was chosen in the list');
    await dialog.getByRole('button', { name: 'Mark it' }).click();
    await expect(page.getByText(`This session is not ${CHILD}’s`)).toBeVisible();
    await expect(page.getByText(/Anna Admin said so on .*: the wrong child was chosen/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Export PDF' })).toHaveCount(0);
  });

  await test.step('the list shows the mark, exports and comparisons do without it', async () => {
    await goTo(page, 'Sessions');
    await expect(page.getByRole('row', { name: CHILD })).toContainText('Not this child’s');
    await page.getByRole('link', { name: 'Export many' }).click();
    await expect(page.getByText('No session has ended yet')).toBeVisible();
  });

  await test.step('it can be undone', async () => {
    await goTo(page, 'Sessions');
    await page.getByRole('row', { name: CHILD }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'It is this child’s after all' }).click();
    await expect(page.getByRole('button', { name: 'Export PDF' })).toBeVisible();
  });
});
