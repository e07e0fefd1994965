import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Resident memory of the process that draws a page, in MB, after its rubbish was collected unless that is not asked for. */
export async function rendererMb(page: Page, { collected = true } = {}): Promise<number> {
  if (collected) {
    const own = await page.context().newCDPSession(page);
    await own.send('HeapProfiler.enable');
    await own.send('HeapProfiler.collectGarbage');
    await own.detach();
  }
  const browser = page.context().browser();
  if (!browser) throw new Error('a browser of its own was expected; the page has none');
  const all = await browser.newBrowserCDPSession();
  const { processInfo } = await all.send('SystemInfo.getProcessInfo');
  await all.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
  return Math.max(...sizes) / 1024;
}
