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

  await test.step('off at first, and nothing is said while a session runs', async () => {
    await goTo(page, 'Live');
    await startDemoSession(page);
    await expect(onLive(page)).toHaveCount(0);
  });

  await test.step('turned on, with what leaves the machine in plain words', async () => {
    await goTo(page, 'Settings');
    await expect(section(page).getByText('No code or name of a child, no picture')).toBeVisible();
    await expect(section(page).getByText('no password and no encryption')).toBeVisible();
    await section(page).getByLabel('Take markers from this stream').fill('Faceward markers');
    await section(page).getByRole('button', { name: 'Save what is streamed' }).click();
    await expect(section(page).getByText('this is one of Faceward’s own')).toBeVisible();
    await section(page).getByLabel('Take markers from this stream').fill('Stimulus');
    await section(page).getByRole('checkbox', { name: 'Stream sessions while they run' }).check();
    await section(page).getByRole('button', { name: 'Save what is streamed' }).click();
    await expect(section(page).getByText('Saved.')).toBeVisible();
  });

  await test.step('the running session is streamed from now on, and its screen says so', async () => {
    await page.getByRole('link', { name: 'To the live screen' }).click();
    await expect(onLive(page)).toContainText(/LSL stream [0-9a-f]{8}, found on this computer/, { timeout: 20_000 });
    await expect(onLive(page)).toContainText('nobody is receiving');
    await expect(onLive(page)).toContainText('waits for markers of “Stimulus”');
    await expectAccessible(page, 'live, streamed');
  });

  await stopSession(page);
  await expect(onLive(page)).toHaveCount(0);

  await test.step('the audit log has when it was turned on, opened and closed', async () => {
    await goTo(page, 'Settings');
    const log = page.getByRole('table', { name: 'Entries of the audit log' });
    for (const action of ['lsl.set', 'lsl.open', 'lsl.close']) {
      await expect(log.getByRole('cell', { name: action }).first()).toBeVisible();
    }
  });
});
