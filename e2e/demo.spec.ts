import { EMOTION_WORD, liveWord } from './support/live-screen.ts';
import { lookAround } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a newcomer without camera or child sees a reading within half a minute', { tag: '@alone' }, async ({
  openSite,
}) => {
  const startedMs = Date.now();
  const { page } = await openSite();
  await lookAround(page);
  await page.getByRole('link', { name: 'Start a session of DEMO-1' }).click();
  await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
  const seconds = (Date.now() - startedMs) / 1000;
  test.info().annotations.push({ type: 'figure', description: `first reading after ${seconds.toFixed(1)} s` });
  expect(seconds).toBeLessThan(30);
  await expect(page.getByText(/not a diagnosis/).first()).toBeVisible();
});
