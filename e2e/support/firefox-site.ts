import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startHost } from './browser-site.ts';

/** Playwright drives a Firefox of its own making only; this one is the system's, by WebDriver BiDi. */
export interface FirefoxSite {
  readonly browser: Browser;
  readonly page: Page;
  /** Where it puts what is downloaded. */
  readonly downloadDir: string;
  close(): Promise<void>;
}

/** @returns The path of Firefox, named by FACEWARD_FIREFOX or found on the PATH; null where there is none. */
export function findFirefox(): string | null {
  const named = process.env.FACEWARD_FIREFOX;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** `faceward serve` in a process of its own, and a Firefox with a made-up camera on the address it prints. */
export async function openFirefoxSite(executablePath: string, dataDir: string): Promise<FirefoxSite> {
  const downloadDir = join(dataDir, 'downloads');
  const host = await startHost(join(dataDir, 'site'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'permissions.default.camera': 1,
      'browser.download.folderList': 2,
      'browser.download.dir': downloadDir,
    },
  });
  const page = await browser.newPage();
  await page.goto(host.address);
  return {
    browser,
    page,
    downloadDir,
    async close() {
      await browser.close();
      await host.end();
    },
  };
}
