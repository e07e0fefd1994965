import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { openBrowserSite } from './browser-site.ts';
import { desktopBinary, packedProgram } from './desktop-binary.ts';
import { openDesktopSite } from './desktop-site.ts';
import type { Site, SiteOptions } from './site.ts';
import { skipFor } from './skip-for.ts';

export interface HostOptions {
  hostKind: 'browser' | 'desktop';
}

export type OpenSite = (options?: Partial<SiteOptions>) => Promise<Site>;

interface Fixtures {
  /** Opens the program; with the same folder again, as after a restart. All are closed when the test ends. */
  openSite: OpenSite;
  /** A data folder of its own. */
  dataDir: string;
}

export const test = base.extend<Fixtures & HostOptions>({
  hostKind: ['browser', { option: true }],

  dataDir: async ({ hostKind }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `faceward-${hostKind}-`));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  openSite: async ({ hostKind, dataDir }, use) => {
    skipFor(obstacleOf(hostKind));
    const open: Site[] = [];
    await use(async (options = {}) => {
      const openIt = hostKind === 'desktop' ? openDesktopSite : openBrowserSite;
      const site = await openIt({ dataDir, viewport: { width: 1440, height: 900 }, ...options });
      open.push(site);
      return site;
    });
    for (const site of open) await site.close();
  },
});

function obstacleOf(hostKind: HostOptions['hostKind']): string | null {
  if (hostKind === 'desktop') return (packedProgram() ?? desktopBinary()) ? null : 'Electron has no binary here';
  return findBrowser() ? null : 'no Chromium was found';
}

export { expect } from '@playwright/test';
