import type { Page } from '@playwright/test';
import { startSession, stopSession } from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

const details = (page: Page, camera: string) => page.getByText(new RegExp(`· ${camera} ·`));

test('the camera is changed while a session runs, and one that cannot be opened leaves the one before', async ({
  openSite,
}) => {
  const { page } = await openSite({ cameras: 2 });
  await openDemo(page);
  await startSession(page, 'fake_device_0');
  await expect(details(page, 'fake_device_0')).toBeVisible();
  const next = page.getByRole('button', { name: 'Next camera' });
  await next.click();
  await expect(details(page, 'fake_device_1')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Pause/ })).toBeVisible();

  await test.step('another program has the other camera', async () => {
    await page.evaluate(() => {
      const devices = navigator.mediaDevices;
      const open = devices.getUserMedia.bind(devices);
      devices.getUserMedia = async () => {
        devices.getUserMedia = open;
        throw new DOMException('held by the spec', 'NotReadableError');
      };
    });
    await next.click();
    await expect(page.getByText('The camera was not changed')).toBeVisible();
    await expect(page.getByText('The session goes on with the camera that it had.')).toBeVisible();
    await expect(details(page, 'fake_device_1')).toBeVisible();
  });
  await stopSession(page);
});
