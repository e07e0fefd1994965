/** A hundred thousand faces on the wall, in a browser: first screen, scrolling from end to end, memory, filters; see README.md. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Command } from 'commander';
import { openBrowserSite } from '../e2e/support/browser-site.ts';
import { makeFacesSite } from '../e2e/support/faces-site.ts';
import { ADMINISTRATOR, signIn } from '../e2e/support/people.ts';
import { percentile } from './long-session/percentile.ts';
import { rendererMb } from './renderer-mb.ts';
import { jumpAbout, scrollThrough, untilFull } from './wall-of-faces/in-the-window.ts';

const FILTERS = ['', '?group=child', '?group=child&emotion=fear&age=3-5', '?disagrees=1&order=surest', '?subject=S12'];

const { faces, seconds, jumps, data } = new Command('wall-of-faces')
  .option('--faces <n>', 'faces that are made', Number, 100_000)
  .option('--seconds <n>', 'in which the wall is scrolled from end to end', Number, 60)
  .option('--jumps <n>', 'to places anywhere on it', Number, 40)
  .option('--data <dir>', 'keeps the site there, and takes the one that is there')
  .parse()
  .opts<{ faces: number; seconds: number; jumps: number; data?: string }>();

const dataDir = data ?? mkdtempSync(join(tmpdir(), 'faceward-wall-'));
try {
  if (!existsSync(join(dataDir, 'keys.json'))) await makeFacesSite(dataDir, faces);
  const site = await openBrowserSite({ dataDir, viewport: { width: 1440, height: 900 } });
  try {
    await measure(site.page);
  } finally {
    await site.close();
  }
} finally {
  if (data === undefined) rmSync(dataDir, { recursive: true, force: true });
}

async function measure(page: Page): Promise<void> {
  const say = (what: string, figure: string) => console.log(`${what.padEnd(44)} ${figure}`);
  page.setDefaultTimeout(300_000);
  const signInMs = await timed(async () => {
    await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  });
  say('sign in, which checks every page of the store', `${signInMs.toFixed(0)} ms`);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Training Lab' }).click();
  const link = page.getByRole('link', { name: 'Faces', exact: true });
  await link.waitFor();
  const beforeMb = await rendererMb(page);
  say(
    'first screen, all of its faces drawn',
    `${(await timed(() => link.click().then(() => page.evaluate(untilFull)))).toFixed(0)} ms`,
  );
  const atFirstMb = await rendererMb(page);

  for (const round of [1, 2, 3]) {
    const { frames, longestBlankMs, longestWaitingMs, waitingShare } = await page.evaluate(scrollThrough, seconds);
    say(
      `scrolled from end to end in ${seconds} s, round ${round}`,
      `${frames} pictures; longest without a face on the screen ${longestBlankMs.toFixed(0)} ms, with one missing ` +
        `${longestWaitingMs.toFixed(0)} ms; one missing in ${(100 * waitingShare).toFixed(0)} % of them; ` +
        `${(await rendererMb(page)).toFixed(0)} MB`,
    );
  }
  const afterMb = await rendererMb(page);
  say(
    'memory of the window',
    `before ${beforeMb.toFixed(0)}, first screen ${atFirstMb.toFixed(0)}, after three times end to end ${afterMb.toFixed(0)} MB ` +
      `(ratio ${(afterMb / atFirstMb).toFixed(2)}); all faces would be ${((faces * 3600) / 2 ** 20).toFixed(0)} MB`,
  );
  const jumpMs = await page.evaluate(jumpAbout, jumps);
  const at = (share: number) => percentile(jumpMs, share).toFixed(0);
  say(
    'jump to anywhere, until the screen is full',
    `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms, n ${jumpMs.length}`,
  );

  for (const query of FILTERS) {
    const filterMs = await timed(async () => {
      await page.evaluate(
        (hash) => {
          for (const wall of document.querySelectorAll('[role=application]')) wall.setAttribute('data-old', '');
          window.location.hash = hash;
        },
        `#/training/wall${query === '' ? '?order=dataset' : query}`,
      );
      await page.evaluate(untilFull);
    });
    say(`filter ${query || 'none'}`, `${filterMs.toFixed(0)} ms until the screen is full`);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const fromMs = performance.now();
  await work();
  return performance.now() - fromMs;
}
