/** A session of eight hours on the review's screen: how long it takes to open, and from a key to its paint; see README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Command } from 'commander';
import { openBrowserSite } from '../e2e/support/browser-site.ts';
import { ADMINISTRATOR, signIn } from '../e2e/support/people.ts';
import { openService } from '../src/hosts/cli/open-service.ts';
import { confirmCode } from '../src/service/testing/confirm-code.ts';
import { callAs } from '../src/service/testing/test-site.ts';
import { madeBatch } from './long-session/made-batch.ts';
import { percentile } from './long-session/percentile.ts';

const BATCH_MS = 60_000;
/** Zooms in, moves along, jumps to episodes, and shows everything again. */
const KEYS = [...'++++++', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'n', 'n', 'p', '-', '-', '+', 'n', '0'];

const { hours, rounds } = new Command('long-review')
  .option('--hours <n>', 'length of the session that is made', Number, 8)
  .option('--rounds <n>', 'times that the keys are pressed', Number, 5)
  .parse()
  .opts<{ hours: number; rounds: number }>();

const dataDir = mkdtempSync(join(tmpdir(), 'faceward-long-review-'));
try {
  await makeSession(dataDir);
  const site = await openBrowserSite({ dataDir, viewport: { width: 1440, height: 900 } });
  try {
    await review(site.page);
  } finally {
    await site.close();
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function makeSession(dataDir: string): Promise<void> {
  const service = openService(dataDir, () => {});
  const caller = service.connect();
  const { name, password } = ADMINISTRATOR;
  const call = callAs(service, caller);
  await confirmCode(call, await call('site.setUp', { siteName: 'Bench', administrator: name, password }));
  const { id: childId } = await service.call(caller, 'children.add', { code: 'BENCH-1', birthMonth: '2019-02' });
  const given = { givenBy: 'nobody', childAssented: true, untilDate: '2099-01-01' };
  await service.call(caller, 'consents.grant', { childId, scopes: ['monitor'], ...given });
  const { id: sessionId } = await service.call(caller, 'sessions.start', { childId, source: 'webcam' });
  const durationMs = hours * 3_600_000;
  for (let batch = 0; batch * BATCH_MS < durationMs; batch++) {
    const { samples, gaps } = madeBatch(batch * BATCH_MS, BATCH_MS);
    await service.call(caller, 'sessions.append', {
      sessionId,
      batch,
      gaps,
      atMs: (batch + 1) * BATCH_MS,
      samples: samples.map((sample) => ({ ...sample, probabilities: [...sample.probabilities] })),
    });
  }
  await service.call(caller, 'sessions.stop', { sessionId, durationMs });
  await service.close();
}

async function review(page: Page): Promise<void> {
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Sessions' }).click();
  const link = page.getByRole('cell').getByRole('link').first();
  await link.waitFor();
  await listen(page);
  const fromMs = performance.now();
  await link.click();
  const timeline = page.getByRole('application');
  await timeline.waitFor();
  console.log(`opened, its timeline on the screen   ${(performance.now() - fromMs).toFixed(0)} ms`);
  await timeline.focus();
  for (let round = 0; round < rounds; round++) {
    for (const key of KEYS) await page.keyboard.press(key);
  }
  const { keyMs, longTaskMs } = await page.evaluate(() => (window as unknown as { heard: Heard }).heard);
  const at = (share: number) => percentile(keyMs, share).toFixed(0);
  console.log(
    `from a key to the paint after it     p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms, n ${keyMs.length}`,
  );
  console.log(
    `tasks of more than 50 ms since then  ${longTaskMs.length}, the longest ${Math.max(0, ...longTaskMs).toFixed(0)} ms`,
  );
}

interface Heard {
  readonly keyMs: number[];
  readonly longTaskMs: number[];
}

/** The browser's own times, from pressing a key to the next paint; below 16 ms it names none, so that they count as 16. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: Heard = { keyMs: [], longTaskMs: [] };
    Object.assign(window, { heard });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') heard.keyMs.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) heard.longTaskMs.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
}
