import { EMOTION_WORD, startDemoSession, stopSession } from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a room view shows the word and nothing else, and never a word whose session has gone', async ({ openSite }) => {
  const { page } = await openSite();
  await openDemo(page);
  await startDemoSession(page);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Room view for a second display' }).click();
  const room = await opened;
  const word = room.getByTestId('room-word');

  await test.step('the word, without child or picture', async () => {
    await expect(word).toHaveText(EMOTION_WORD);
    await expect(room.getByText(/DEMO-1/)).toHaveCount(0);
    await expect(room.locator('canvas')).toHaveCount(0);
    expect(await room.title()).toBe('Room view · Faceward');
  });

  await test.step('a pause, as a gap with its reason', async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(word).toHaveText('Paused');
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
  });
});
