import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { PRIVATE_FLAGS, PRIVATE_PREFERENCES } from './browser-profile.ts';
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
    const script = `#!/bin/sh\necho "${name} $@" >> ${log}\nexit ${code}\n`;
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  }
  const environment = { PATH: folder, DISPLAY: ':0' };
  const machine = { platform: 'linux', environment } as const;
  const said: string[] = [];
  return {
    said,
    profile: join(folder, 'browser'),
    open: () => openInBrowser(URL, { dataDir: folder, say: (line) => said.push(line) }, machine),
    machine,
    opened: () => readFileSync(log, 'utf8').trim(),
  };
}

test.runIf(process.platform === 'linux')(
  'a Chromium goes before the person’s own, apart from what that keeps',
  async () => {
    const { open, opened, profile, said } = machineWith({ 'google-chrome': 0, 'xdg-open': 0 });
    expect(await open()).toBe('apart');
    expect(opened()).toBe(['google-chrome', `--user-data-dir=${profile}`, ...PRIVATE_FLAGS, URL].join(' '));
    expect(said).toEqual([]);
    expect(statSync(profile).mode & 0o777).toBe(0o700);
    const preferences = join(profile, 'Default', 'Preferences');
    expect(JSON.parse(readFileSync(preferences, 'utf8'))).toEqual(PRIVATE_PREFERENCES);
    // What the browser has learnt there, such as the permission to use the camera, stays.
    writeFileSync(preferences, '{"learnt":1}');
    await open();
    expect(readFileSync(preferences, 'utf8')).toBe('{"learnt":1}');
  },
);

test.runIf(process.platform === 'linux')(
  'one that does not start leaves it to the next, and one’s own is told',
  async () => {
    const { open, opened, said } = machineWith({ 'google-chrome': 1, 'microsoft-edge': 1, 'xdg-open': 0 });
    expect(await open()).toBe('own');
    expect(
      opened()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['google-chrome', 'microsoft-edge', 'xdg-open']);
    expect(said).toEqual([expect.stringContaining('your own browser')]);
    expect(await machineWith({ 'xdg-open': 3 }).open()).toBeNull();
  },
);

test.runIf(process.platform === 'linux')('whoever names a browser gets that one; without a screen none opens', () => {
  const { machine } = machineWith({ chromium: 0 });
  const named = { ...machine, environment: { ...machine.environment, BROWSER: 'firefox' } };
  expect(openingCommands(URL, '/p', named)).toEqual([{ opened: 'own', command: ['xdg-open', URL] }]);
  expect(openingCommands(URL, '/p', { platform: 'linux', environment: { PATH: '' } })).toEqual([]);
});

test('macOS is asked by name, and Windows by where they are installed', () => {
  const mac = openingCommands(URL, '/p', { platform: 'darwin', environment: {} });
  const apart = ['open', '-n', '-a', 'Google Chrome', '--args', '--user-data-dir=/p', ...PRIVATE_FLAGS, URL];
  expect(mac[0]).toEqual({ opened: 'apart', command: apart });
  expect(mac.at(-1)).toEqual({ opened: 'own', command: ['open', URL] });
  const bare = openingCommands(URL, '/p', { platform: 'win32', environment: {} });
  expect(bare).toEqual([{ opened: 'own', command: ['rundll32', 'url.dll,FileProtocolHandler', URL] }]);
});
