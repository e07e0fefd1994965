import {
  EMOTION_WORD,
  exportedRows,
  liveWord,
  startDemoSession,
  stopSession,
  untilElapsed,
} from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

const SLEPT_SECONDS = 90;

test('a session goes on after the laptop slept, and counts the sleep as time without a reading', async ({
  openSite,
}) => {
  const { page } = await openSite();
  await expect(page.getByRole('button', { name: /Look around with demo data/ })).toBeVisible();
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + ((window as { sleptMs?: number }).sleptMs ?? 0);
  });
  await page.reload();
  await openDemo(page);
  await startDemoSession(page);
  await untilElapsed(page, 4);
  // As sleep looks from inside: the steady clock stood still, the clock on the wall did not.
  await page.evaluate((sleptMs) => Object.assign(window, { sleptMs }), SLEPT_SECONDS * 1000);
  await expect(page.getByText(/Nothing was read for 1:3\d: the computer slept or was overloaded/)).toBeVisible();
  await untilElapsed(page, SLEPT_SECONDS + 8);
  await expect(liveWord(page)).toHaveText(EMOTION_WORD);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();

  const rows = await exportedRows(page);
  const [slept] = rows.filter((row) => row.row === 'gap' && row.reason_or_kind === 'interrupted');
  const lengthMs = Number(slept?.to_ms) - Number(slept?.at_ms);
  expect(lengthMs).toBeGreaterThan(1000 * (SLEPT_SECONDS - 1));
  expect(lengthMs).toBeLessThan(1000 * (SLEPT_SECONDS + 3));
  const afterwards = rows.filter((row) => row.row === 'sample' && Number(row.at_ms) > Number(slept?.to_ms));
  expect(afterwards.length).toBeGreaterThan(10);
});
