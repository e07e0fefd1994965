import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installLsl } from './install-lsl.node.ts';
import { lslBuild } from './lsl-builds.ts';
import { installedLsl, lslFolder } from './lsl-library.node.ts';

const kept = { ...process.env };
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-lsl-'));
  process.env.FACEWARD_LSL_DIR = dir;
});

afterEach(() => {
  process.env = { ...kept };
  rmSync(dir, { recursive: true });
});

const signal = new AbortController().signal;

test('a file that is another one is refused by its digest, and nothing is installed', async () => {
  const file = join(dir, 'pylsl.whl');
  writeFileSync(file, 'no wheel at all');
  await expect(installLsl({ file, signal })).rejects.toThrow(
    /pylsl\.whl is not the pylsl 1\.18\.6 that .* SHA-256 [0-9a-f]{64} was expected, found [0-9a-f]{64}/,
  );
  expect(installedLsl()).toBeNull();
});

test('a file that is not there is named', async () => {
  await expect(installLsl({ file: join(dir, 'gone.whl'), signal })).rejects.toThrow(/gone\.whl/);
});

test('without pip it says how to come by it', async () => {
  process.env.PATH = dir;
  await expect(installLsl({ file: null, signal })).rejects.toThrow(/pip.*was not found.*apt-get install python3-pip/);
});

test('a machine for which it is not published is told so, and what there is instead', () => {
  expect(() => lslBuild('linux', 'arm64')).toThrow(
    /published for Linux x64, Windows x64 and macOS; this is linux arm64.*XDF/,
  );
  expect(lslBuild('darwin', 'arm64')).toEqual(lslBuild('darwin', 'x64'));
  expect(lslFolder()).toBe(join(dir, 'pylsl-1.18.6'));
});
