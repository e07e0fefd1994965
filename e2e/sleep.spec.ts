import { decodeFrame, encodeFrame } from '../src/contract/codec.ts';
import {
  type CsvRow,
  EMOTION_WORD,
  elapsedSeconds,
  exportedRows,
  liveWord,
  startDemoSession,
  stopSession,
  untilElapsed,
} from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { skipFor } from './support/skip-for.ts';
import { expect, type HostOptions, type OpenSite, test } from './support/test.ts';

const SLEPT_SECONDS = 90;

/** How far the clocks of the machine are moved while a session runs. */
interface Moved {
  /** The clock on the wall. */
  readonly wallMs: number;
  /** How long the machine was asleep: its steady clock stands still meanwhile, its uptime does not. */
  readonly sleptMs: number;
}

/** Opens the demo's session on a machine whose clocks the test can move. */
async function demoSession(openSite: OpenSite, hostKind: HostOptions['hostKind']) {
  skipFor(hostKind === 'desktop' ? 'the uptime of the machine can only be moved between a browser and its host' : null);
  const { page } = await openSite();
  await expect(page.getByRole('button', { name: /Look around with demo data/ })).toBeVisible();
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + ((window as { aheadMs?: number }).aheadMs ?? 0);
  });
  let sleptMs = 0;
  await page.routeWebSocket(/./, (socket) => {
    const host = socket.connectToServer();
    socket.onMessage((message) => host.send(message));
    host.onMessage((message) => socket.send(withUptime(message, sleptMs)));
  });
  await page.reload();
  await openDemo(page);
  await startDemoSession(page);
  await untilElapsed(page, 4);
  const move = async (moved: Moved) => {
    sleptMs = moved.sleptMs;
    await page.evaluate((aheadMs) => Object.assign(window, { aheadMs }), moved.wallMs);
  };
  return { page, move };
}

const lengthOf = (gap: CsvRow) => Number(gap.to_ms) - Number(gap.at_ms);

/** An answer of the host, with the machine's uptime as it would be after a sleep. */
function withUptime(message: string | Buffer, sleptMs: number): string | Buffer {
  if (typeof message === 'string') return message;
  const frame = decodeFrame(message) as { output?: { uptimeMs?: number } };
  if (frame.output?.uptimeMs === undefined) return message;
  frame.output.uptimeMs += sleptMs;
  return Buffer.from(encodeFrame(frame));
}

test('a session goes on after the laptop slept, and counts the sleep as time without a reading', async ({
  openSite,
  hostKind,
}) => {
  const { page, move } = await demoSession(openSite, hostKind);
  await move({ wallMs: SLEPT_SECONDS * 1000, sleptMs: SLEPT_SECONDS * 1000 });
  await expect(page.getByText(/Nothing was read for 1:3\d: the computer slept or was overloaded/)).toBeVisible();
  // A slow machine says it late: what is counted below is read from then on.
  await untilElapsed(page, (await elapsedSeconds(page)) + 6);
  await expect(liveWord(page)).toHaveText(EMOTION_WORD);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();

  const rows = await exportedRows(page);
  // A machine with much to do is held up now and then; that is not the sleep.
  const interrupted = rows.filter((row) => row.row === 'gap' && row.reason_or_kind === 'interrupted');
  const slept = interrupted.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const lengthMs = slept ? lengthOf(slept) : 0;
  expect(lengthMs).toBeGreaterThan(1000 * (SLEPT_SECONDS - 1));
  expect(lengthMs).toBeLessThan(1000 * (SLEPT_SECONDS + 3));
  const afterwards = rows.filter((row) => row.row === 'sample' && Number(row.at_ms) > Number(slept?.to_ms));
  expect(afterwards.length).toBeGreaterThan(10);
});

test('a clock on the wall that is put right by minutes is no sleep and leaves no gap', async ({
  openSite,
  hostKind,
}) => {
  const { page, move } = await demoSession(openSite, hostKind);
  // More than the five minutes after which a window that nobody touches locks: the clock on the wall does not lock it either.
  await move({ wallMs: 400_000, sleptMs: 0 });
  await untilElapsed(page, 10);
  await expect(page.getByText(/Nothing was read for/)).toHaveCount(0);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  const rows = await exportedRows(page);
  const gaps = rows.filter(({ row }) => row === 'gap');
  expect(gaps.filter((gap) => lengthOf(gap) > 5000)).toEqual([]);
  const lastMs = Math.max(...rows.filter(({ row }) => row === 'sample').map((row) => Number(row.at_ms)));
  expect(lastMs).toBeLessThan(60_000);
});
