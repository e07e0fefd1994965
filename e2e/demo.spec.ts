import { startDemoSession } from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a newcomer without camera or child sees a reading within half a minute', async ({ openSite }) => {
  const startedMs = Date.now();
  const { page } = await openSite();
  await openDemo(page);
  await startDemoSession(page);
  const seconds = (Date.now() - startedMs) / 1000;
  test.info().annotations.push({ type: 'figure', description: `first reading after ${seconds.toFixed(1)} s` });
  expect(seconds).toBeLessThan(30);
  await expect(page.getByText(/not a diagnosis/).first()).toBeVisible();
});
