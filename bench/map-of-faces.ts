/** Twenty thousand faces on the map, in a browser: time until it is drawn, longest frame meanwhile, memory; see README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Command } from 'commander';
import { openBrowserSite } from '../e2e/support/browser-site.ts';
import { makeFacesSite } from '../e2e/support/faces-site.ts';
import { ADMINISTRATOR, signIn } from '../e2e/support/people.ts';
import { framesUntilDrawn } from './map-of-faces/in-the-window.ts';
import { makeRun } from './map-of-faces/make-run.ts';
import { rendererMb } from './renderer-mb.ts';

const MEMORY_EVERY_MS = 2_000;

const { faces } = new Command('map-of-faces')
  .option('--faces <n>', 'faces that are made', Number, 20_000)
  .parse()
  .opts<{ faces: number }>();

const dataDir = mkdtempSync(join(tmpdir(), 'faceward-map-'));
try {
  const { name: userName, password } = ADMINISTRATOR;
  await makeFacesSite(dataDir, faces);
  await makeRun(dataDir, { datasetId: 'made', userName, password });
  const site = await openBrowserSite({ dataDir, viewport: { width: 1440, height: 900 } });
  try {
    await measure(site.page);
  } finally {
    await site.close();
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function measure(page: Page): Promise<void> {
  const say = (what: string, figure: string) => console.log(`${what.padEnd(44)} ${figure}`);
  page.setDefaultTimeout(600_000);
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Training Lab' }).click();
  const link = page.getByRole('link', { name: 'Map of faces', exact: true });
  await link.waitFor();
  const beforeMb = await rendererMb(page);
  const watched = page.evaluate(framesUntilDrawn);
  await link.click();
  let isDrawn = false;
  const found = watched.finally(() => {
    isDrawn = true;
  });
  let mostMb = beforeMb;
  while (!isDrawn) {
    mostMb = Math.max(mostMb, await rendererMb(page, { collected: false }));
    await Promise.race([found, page.waitForTimeout(MEMORY_EVERY_MS)]);
  }
  const { frames, tookMs, askedMs, longestMs, over100 } = await found;
  say(
    `${faces} faces, from the click to the map`,
    `${(tookMs / 1000).toFixed(1)} s, of these ${(askedMs / 1000).toFixed(1)} s until it lays out`,
  );
  say('frames of the page meanwhile', `${frames}; longest ${longestMs.toFixed(0)} ms, ${over100} longer than 100 ms`);
  say(
    'memory of the window',
    `before ${beforeMb.toFixed(0)}, most ${mostMb.toFixed(0)}, after ${(await rendererMb(page)).toFixed(0)} MB`,
  );
}
