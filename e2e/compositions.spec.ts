import { GAP_REASONS } from '../src/core/emotion/gap.ts';
import { COMPOSED_SECONDS, composedCameraFile, SEGMENTS, segmentAt } from './support/compose-clip.ts';
import {
  type CsvRow,
  enrolByKeyboard,
  exportedRows,
  startSession,
  stopSession,
  untilElapsed,
} from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { signInAtChild } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** What the start page says once it sees the camera's picture. */
const COACHED = /^(Turn the camera|Only the child|Move closer|Less light|More light|Keep hands|Hold the camera|Good)/;

/** How long after a change the program may still say what was before: a gap begins and ends by whole seconds. */
const SETTLING_MS = 1200;
const STEP_MS = 100;
/** The share of a stretch's settled time in which what is said must be allowed. */
const LEAST_AGREEMENT = 0.9;

test('darkness, blur, distance, a hand, a visitor, an absence and another child are each told from a reading', {
  tag: '@alone',
}, async ({ openSite, dataDir }) => {
  test.setTimeout(240_000);
  await makeWard(dataDir, { child: 'W3-0003' });
  const { page } = await openSite({ camera: composedCameraFile() });
  await signInAtChild(page, 'W3-0003');
  await page.getByRole('link', { name: 'Start a session' }).click();
  await expect(page.getByText(COACHED).first()).toBeVisible();
  await startSession(page, /fake|camera|mjpeg/i);
  await enrolByKeyboard(page);
  await untilElapsed(page, COMPOSED_SECONDS + 6);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  await expect(page.getByRole('heading', { name: /Session of W3-0003/ })).toBeVisible();

  const said = saidBy(await exportedRows(page));
  const offsetMs = bestOffset(said);
  const rows = SEGMENTS.map(({ name, allowed }, index) => ({ name, allowed, index })).map(
    ({ name, allowed, index }) => {
      const those = said.filter(({ atMs }) => isSettled(atMs + offsetMs, index)).map(({ what }) => what);
      const right = those.filter((what) => (allowed as readonly string[]).includes(what)).length;
      return { name, of: those.length, share: those.length === 0 ? 0 : right / those.length, said: tally(those) };
    },
  );
  const text = rows
    .map(({ name, share, of, said }) => `${name}: ${(100 * share).toFixed(0)} % of ${of} (${said})`)
    .join('; ');
  test.info().annotations.push({ type: 'figure', description: text });
  console.log(text);
  for (const { name, of, share } of rows) {
    expect(of, `${name} was shown`).toBeGreaterThan(5);
    expect(share, `${name}: ${text}`).toBeGreaterThanOrEqual(LEAST_AGREEMENT);
  }
});

interface Said {
  readonly atMs: number;
  readonly what: string;
}

/** What the session says at every tenth of a second after the child was enrolled. */
function saidBy(rows: readonly CsvRow[]): Said[] {
  const samples = rows.filter(({ row }) => row === 'sample').map((row) => Number(row.at_ms));
  const gaps = rows
    .filter(({ row }) => row === 'gap')
    .map((row) => ({ fromMs: Number(row.at_ms), toMs: Number(row.to_ms), reason: row.reason_or_kind ?? '' }));
  const said: Said[] = [];
  for (let atMs = samples[0]!; atMs < samples.at(-1)!; atMs += STEP_MS) {
    const gap = gaps.find(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
    const isRead = samples.some((sampleMs) => sampleMs >= atMs && sampleMs < atMs + STEP_MS);
    if (gap) said.push({ atMs, what: gap.reason });
    else if (isRead) said.push({ atMs, what: 'reading' });
  }
  return said;
}

function isSettled(clipMs: number, index: number): boolean {
  const { segment, sinceMs, leftMs } = segmentAt(clipMs);
  return SEGMENTS[index] === segment && sinceMs >= SETTLING_MS && leftMs >= SETTLING_MS / 3;
}

/** The camera does not say where its film stands: the place where readings and gaps, whatever their reason, fit best. */
function bestOffset(said: readonly Said[]): number {
  let best = { offsetMs: 0, agreed: -1 };
  for (let offsetMs = 0; offsetMs < COMPOSED_SECONDS * 1000; offsetMs += STEP_MS) {
    const agreed = said.filter(({ atMs, what }) => {
      const isShown = segmentAt(atMs + offsetMs).segment.allowed.includes('reading');
      return isShown === !(GAP_REASONS as readonly string[]).includes(what);
    }).length;
    if (agreed > best.agreed) best = { offsetMs, agreed };
  }
  return best.offsetMs;
}

function tally(values: readonly string[]): string {
  return [...Map.groupBy(values, (value) => value)].map(([value, those]) => `${value} ${those.length}`).join(', ');
}
