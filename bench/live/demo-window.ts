import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openBrowserSite } from '../../e2e/support/browser-site.ts';
import { startDemoSession, stopSession } from '../../e2e/support/live-screen.ts';
import { goTo, openDemo } from '../../e2e/support/people.ts';
import { type LiveFigures, listenIn, watchLooks } from './looks.ts';

/** Opens the demo in a window that is listened in on, and takes it away again however `use` ends. */
export async function withDemoWindow(use: (page: Page) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'faceward-bench-'));
  const site = await openBrowserSite({ dataDir, viewport: { width: 1440, height: 900 } });
  try {
    const { page } = site;
    await listenIn(page);
    // Its link opens once: loaded again only when it is in.
    await page.getByRole('button', { name: /Look around with demo data/ }).waitFor();
    await page.reload();
    await openDemo(page);
    await use(page);
  } finally {
    await site.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A session of the demo clip, watched for so many seconds. */
export async function watchSession(page: Page, seconds: number): Promise<LiveFigures> {
  await goTo(page, 'Live');
  await startDemoSession(page);
  const figures = await watchLooks(page, seconds);
  await stopSession(page);
  await page.getByRole('button', { name: 'New session' }).click();
  return figures;
}
