import { EMOTION_WORD, startDemoSession, stopSession } from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a room view shows the word and distress and nothing else, and neither of a session that has gone', async ({
  openSite,
}) => {
  const { page } = await openSite();
  await openDemo(page);
  await startDemoSession(page);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Room view for a second display' }).click();
  const room = await opened;
  const word = room.getByTestId('room-word');
  const distress = room.getByTestId('room-distress');

  await test.step('the word, without child or picture', async () => {
    await expect(word).toHaveText(EMOTION_WORD);
    await expect(room.getByText(/DEMO-1/)).toHaveCount(0);
    await expect(distress).toHaveText(/^Distress( likely| not seen|: not sure)$/);
    await expect(room.locator('canvas')).toHaveCount(0);
    expect(await room.title()).toBe('Room view · Faceward');
  });

  await test.step('both can be read from three metres, and fit a display of any shape', async () => {
    for (const [width, height] of [
      [1920, 1080],
      [1024, 768],
      [720, 1280],
    ] as const) {
      await room.setViewportSize({ width, height });
      const size = await distress.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      // A twentieth of a display's width: 3 cm on one of 60 cm.
      expect(size, `${width}x${height}`).toBeGreaterThanOrEqual(width / 20);
      const overflow = await room.evaluate(() => [
        document.documentElement.scrollWidth - innerWidth,
        document.documentElement.scrollHeight - innerHeight,
      ]);
      expect(Math.max(...overflow), `${width}x${height}`).toBeLessThanOrEqual(0);
    }
  });

  await test.step('a pause, as a gap with its reason', async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(word).toHaveText('Paused');
    await expect(distress).toHaveCount(0);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(word).toHaveText(EMOTION_WORD);
  });

  await test.step('the end, and another session', async () => {
    await stopSession(page);
    await expect(room.getByText('The session has ended')).toBeVisible();
    await page.getByRole('button', { name: 'New session' }).click();
    await startDemoSession(page);
    await expect(word).toHaveText(EMOTION_WORD);
  });

  await test.step('the session’s window is loaded anew: the word goes within two seconds', async () => {
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(room.getByText('The session is silent: no reading')).toBeVisible({ timeout: 2000 });
    await expect(word).toHaveCount(0);
    await expect(distress).toHaveCount(0);
  });
});
