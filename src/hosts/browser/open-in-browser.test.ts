import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openInBrowser, openingCommands } from './open-in-browser.ts';

const URL = 'http://127.0.0.1:4817/#token=a&b';
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A PATH with programs that write down what they were asked to open, and end so. */
function machineWith(programs: Readonly<Record<string, number>>) {
  const folder = mkdtempSync(join(tmpdir(), 'faceward-browsers-'));
  folders.push(folder);
  const log = join(folder, 'log');
  for (const [name, code] of Object.entries(programs)) {
    const script = `#!/bin/sh\necho "${name} $1" >> ${log}\nexit ${code}\n`;
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  }
  const environment = { PATH: folder, DISPLAY: ':0' };
  return { machine: { platform: 'linux', environment } as const, opened: () => readFileSync(log, 'utf8').trim() };
}

test.runIf(process.platform === 'linux')('a Chromium goes before the person’s own browser', async () => {
  const { machine, opened } = machineWith({ chromium: 0, 'xdg-open': 0 });
  expect(await openInBrowser(URL, machine)).toBe(true);
  expect(opened()).toBe(`chromium ${URL}`);
});

test.runIf(process.platform === 'linux')('one that does not start leaves it to the next', async () => {
  const { machine, opened } = machineWith({ chromium: 1, 'google-chrome': 1, 'xdg-open': 0 });
  expect(await openInBrowser(URL, machine)).toBe(true);
  expect(opened().split('\n')).toEqual([`chromium ${URL}`, `google-chrome ${URL}`, `xdg-open ${URL}`]);
  expect(await openInBrowser(URL, machineWith({ 'xdg-open': 3 }).machine)).toBe(false);
});

test.runIf(process.platform === 'linux')('whoever names a browser gets that one; without a screen none opens', () => {
  const { machine } = machineWith({ chromium: 0 });
  const named = { ...machine, environment: { ...machine.environment, BROWSER: 'firefox' } };
  expect(openingCommands(URL, named)).toEqual([['xdg-open', URL]]);
  expect(openingCommands(URL, { platform: 'linux', environment: { PATH: '' } })).toEqual([]);
});

test('macOS is asked by name, and Windows by where they are installed', () => {
  const mac = openingCommands(URL, { platform: 'darwin', environment: {} });
  expect(mac[0]).toEqual(['open', '-a', 'Google Chrome', URL]);
  expect(mac.at(-1)).toEqual(['open', URL]);
  const bare = openingCommands(URL, { platform: 'win32', environment: {} });
  expect(bare).toEqual([['rundll32', 'url.dll,FileProtocolHandler', URL]]);
});
