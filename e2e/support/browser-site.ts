import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser, QUIET_ARGUMENTS, SANDBOX_ARGUMENTS } from './browser.ts';
import type { Site, SiteOptions } from './site.ts';

const FACEWARD = join(import.meta.dirname, '../../src/hosts/cli/faceward.mjs');
const CHEAP_SECRETS = pathToFileURL(join(import.meta.dirname, 'cheap-secrets.mjs')).href;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/;

/** `faceward serve` in a process of its own, and a browser on the address it prints. */
export async function openBrowserSite({ dataDir, viewport, camera, cameras = 1 }: SiteOptions): Promise<Site> {
  const host = await startHost(dataDir);
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: [
      ...SANDBOX_ARGUMENTS,
      ...QUIET_ARGUMENTS,
      '--use-fake-ui-for-media-stream',
      `--use-fake-device-for-media-stream=device-count=${cameras}`,
      ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : []),
    ],
  });
  const page = await openPage(browser, host.address, viewport);
  return {
    page,
    address: host.address,
    async close() {
      await browser.close();
      await host.end();
    },
    async kill() {
      await host.end('SIGKILL');
      await browser.close();
    },
  };
}

async function openPage(browser: Browser, address: string, viewport: SiteOptions['viewport']): Promise<Page> {
  const context = await browser.newContext({ viewport, acceptDownloads: true });
  await context.grantPermissions(['camera']);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

interface StartedHost {
  readonly address: string;
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the host and reads the address from what it prints. */
export async function startHost(dataDir: string): Promise<StartedHost> {
  const child = spawn(process.execPath, [FACEWARD, 'serve', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BROWSER: 'none', NODE_OPTIONS: `--import ${CHEAP_SECRETS}` },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = line.match(ADDRESS)?.[0];
    if (address) {
      child.stdout.resume();
      return { address, end: (signal = 'SIGTERM') => end(child, signal) };
    }
  }
  throw new Error(`the browser host ended with code ${child.exitCode} before it printed an address`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
