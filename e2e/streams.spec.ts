import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { startDemoSession, stopSession } from './support/live-screen.ts';
import { goTo, openDemo } from './support/people.ts';
import { skipFor } from './support/skip-for.ts';
import { expect, test } from './support/test.ts';

const FACEWARD = join(import.meta.dirname, '../src/hosts/cli/faceward.mjs');

const section = (page: Page) => page.getByRole('region', { name: 'A common clock with other devices' });
const onLive = (page: Page) => page.getByTestId('streams');

let dir: string;
const kept = process.env.FACEWARD_LSL_DIR;

test.beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-lsl-'));
  // Read by the host that is started, and by the command that installs.
  process.env.FACEWARD_LSL_DIR = dir;
});

test.afterEach(() => {
  if (kept === undefined) delete process.env.FACEWARD_LSL_DIR;
  else process.env.FACEWARD_LSL_DIR = kept;
  rmSync(dir, { recursive: true });
});

test('without its library streaming cannot be turned on, and the screen says how to come by it', async ({
  openSite,
}) => {
  const { page } = await openSite();
  await openDemo(page);
  await goTo(page, 'Settings');
  await expect(section(page).getByText('faceward lsl install', { exact: false })).toBeVisible();
  await expect(section(page).getByRole('checkbox', { name: 'Stream sessions while they run' })).toBeDisabled();
  await expectAccessible(page, 'settings');
});

test('an administrator lets sessions be streamed; the live screen says so while a stream is open', async ({
  openSite,
}) => {
  test.setTimeout(180_000);
  const installed = spawnSync(process.execPath, [FACEWARD, 'lsl', 'install'], { encoding: 'utf8' });
  skipFor(installed.status === 0 ? null : `liblsl cannot be installed here: ${installed.stderr.trim()}`);
  const { page } = await openSite();
  await openDemo(page);

  await test.step('turned on, with what leaves the machine in plain words', async () => {
    await goTo(page, 'Settings');
    await expect(section(page).getByText('No code or name of a child, no picture')).toBeVisible();
    await expect(section(page).getByText('no password and no encryption')).toBeVisible();
    await section(page).getByLabel('Take markers from this stream').fill('Stimulus');
    await section(page).getByRole('checkbox', { name: 'Stream sessions while they run' }).check();
    await section(page).getByRole('button', { name: 'Save what is streamed' }).click();
    await expect(section(page).getByText('Saved.')).toBeVisible();
  });

  await test.step('a session is streamed, and its screen says so until it ends', async () => {
    await goTo(page, 'Live');
    await startDemoSession(page);
    await expect(onLive(page)).toContainText(/Readings go out by LSL on this computer \(stream [0-9a-f]{8}\)/, {
      timeout: 30_000,
    });
    await expect(onLive(page)).toContainText('nobody receives');
    await expect(onLive(page)).toContainText('waits for “Stimulus”');
    await stopSession(page);
    await expect(onLive(page)).toHaveCount(0);
  });
});
