import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import type { Finding } from '../cli/doctor/finding.ts';
import { makeSiteWithSession, PASSWORD } from '../cli/testing/site-with-session.ts';
import { writeTinyDataset } from '../cli/testing/tiny-dataset.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { buildWindow, windowIsStale } from '../start/build-window.ts';
import { fusesOf } from '../testing/made-up-electron.ts';
import { packProgram } from '../testing/pack-program.ts';

/** The program may have to be built first. */
const SLOW = 300_000;
const AS_ELECTRON = new URL('../testing/run-as-electron.ts', import.meta.url).href;
const NATIVE = '**/*.{node,so,so.*,dylib,dll}';
/** Sources, tests, documents, maps, other things that were made here, and packages of the window or of development. */
const UNNEEDED =
  /^(src|bench|docs|e2e|third-party|resources\/(packaging|icons)|out\/(?!main|preload|renderer)[^/]+)\/|\.(map|tsx?|mts)$|\/(tests?|__tests__|docs|examples?)\/|^node_modules\/(electron|node-(linux|win)|@types|@mantine|@tabler|react)/;
/** 98 when this was written; 114 since films are taken apart by the command line, too, and days are chosen from calendars; 120 since. */
const LARGEST_MEGABYTES = 122;

// What is packed has the native parts of the machine that it is packed on; the workflow packs on the others.
describe.skipIf(process.platform !== 'linux')('the packed program', () => {
  let dir: string;
  let packed: string;
  let files: string[];
  /** The archive's content in a folder: a Node reads no archives. */
  let program: string;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'faceward-packing-'));
    if (windowIsStale(projectFolders())) await buildWindow(projectFolders());
    await packProgram('linux', dir);
    packed = globSync(join(dir, 'linux*-unpacked'))[0]!;
    const archive = join(packed, 'resources/app.asar');
    files = listPackage(archive, { isPack: false }).map((file) => file.slice(1));
    program = join(dir, 'program');
    mkdirSync(program);
    extractAll(archive, program);
  }, SLOW);

  afterAll(() => rmSync(dir, { recursive: true, force: true }), SLOW);

  /** Runs a command of the packed program in a Node that plays Electron. */
  function start(args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
    const main = join(program, 'out/main/main.js');
    return spawn(process.execPath, ['--import', AS_ELECTRON, main, '--', ...args], {
      cwd: dir,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        FACEWARD_PASSWORD: PASSWORD,
        FACEWARD_ENGINE_DIR: join(dir, 'no-engine'),
        FACEWARD_WASM_WORKERS: '2',
      },
    });
  }

  async function run(...args: readonly string[]) {
    const child = start(args);
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code, stdout, stderr };
  }

  it('has all that runs, and nothing else', () => {
    for (const needed of [
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'models/base/model.safetensors',
      'models/base/README.md',
      'resources/demo-cohort/manifest.csv',
      'resources/demo-clip/child-session.mp4',
      'node_modules/@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js',
      'node_modules/@tensorflow/tfjs-node-gpu/binding/tfjs_binding.cc',
      'node_modules/node-api-headers/include/node_api.h',
      'node_modules/@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
      'node_modules/@expo-google-fonts/arimo/LICENSE_FONT',
      'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
      'node_modules/dejavu-fonts-ttf/LICENSE',
      'node_modules/zod/LICENSE',
      'node_modules/koffi/src/koffi/index.js',
      'node_modules/koffi/LICENSE.txt',
      `node_modules/@koromix/koffi-linux-${process.arch}/linux_${process.arch}/koffi.node`,
      'out/main/lsl-process.js',
    ]) {
      expect(files).toContain(needed);
    }
    expect(files.filter((file) => UNNEEDED.test(file))).toEqual([]);
    const { devDependencies, scripts, main, imports } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8'));
    expect({ devDependencies, scripts, main, imports }).toEqual({ main: manifest.main, imports: manifest.imports });
  });

  it('is not much larger than it was', () => {
    const each = globSync('resources/**/*', { cwd: packed, withFileTypes: true }).filter((file) => file.isFile());
    const bytes = each.reduce((sum, { parentPath, name }) => sum + readFileSync(join(parentPath, name)).length, 0);
    expect(bytes / 1e6).toBeLessThan(LARGEST_MEGABYTES);
  });

  it('has outside of its archive what the system loads, for this machine and once, and nothing else', () => {
    const cwd = join(packed, 'resources/app.asar.unpacked');
    const outside = globSync('**/*', { cwd, withFileTypes: true }).filter((each) => each.isFile());
    const native = globSync(NATIVE, { cwd }).map((file) => file.replace(/(-|(?<=\.so)\.)\d+\.\d+\.\d+/, ''));
    expect(outside).toHaveLength(native.length);
    expect(native.sort()).toEqual([
      `node_modules/@img/sharp-libvips-linux-${process.arch}/lib/libvips-cpp.so`,
      `node_modules/@img/sharp-linux-${process.arch}/lib/sharp-linux-${process.arch}.node`,
      `node_modules/@koromix/koffi-linux-${process.arch}/linux_${process.arch}/koffi.node`,
      `node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-${process.arch}.node`,
      `node_modules/webgpu/dist/linux-${process.arch}/dawn.node`,
    ]);
  });

  it('has its fuses set, two languages and our licence', () => {
    // Run as Node, cookies, NODE_OPTIONS, --inspect, integrity, only from the archive, own snapshot, file://, wasm traps.
    expect(fusesOf(readFileSync(join(packed, 'faceward-desktop')))).toBe('010011001');
    expect(globSync('*', { cwd: join(packed, 'locales') }).sort()).toEqual(['en-GB.pak', 'en-US.pak', 'nl.pak']);
    expect(readFileSync(join(packed, 'resources/LICENSE'), 'utf8')).toContain('Apache License');
  });

  it('finds its engines, store, models and window', { timeout: SLOW }, async () => {
    const { code, stdout, stderr } = await run('doctor', '--json', '--data', join(dir, 'no-site'));
    expect(stderr).toBe('');
    const { findings } = JSON.parse(stdout) as { findings: Finding[] };
    const of = (name: string) => findings.find((each) => each.name === name);
    expect(of('wasm')).toMatchObject({ state: 'ok' });
    expect(of('webgpu')?.text).not.toMatch(/has no build that loads/);
    expect(of('encryption')).toMatchObject({ state: 'ok' });
    expect(of('base')).toMatchObject({ state: 'ok' });
    expect(of('built')).toMatchObject({ state: 'ok', text: join(program, 'out/renderer') });
    expect(code).toBe(0);
  });

  it('finds faces, trains by threads, and runs a study by processes', { timeout: SLOW }, async () => {
    const dataset = join(dir, 'dataset');
    await writeTinyDataset(dataset, { children: 7, adults: 1 });
    const common = ['--dataset', dataset, '--shares', '0.5,0.25,0.25', '--engine', 'wasm'];
    const steps = ['--learner', 'cross-entropy', '--regime', 'children', '--steps', '1', '--batch', '16'];
    const trained = await run('train', ...common, ...steps, '--out', join(dir, 'model'), '--data', join(dir, 'faces'));
    expect(trained).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Model model is in /) });

    const grid = ['--learners', 'supcon', '--regimes', 'children', '--sizes', '20', '--seeds', '1', '--jobs', '1'];
    const study = await run('study', ...common, ...grid, '--budget', '2', '--batch', '16', '--out', join(dir, 'study'));
    expect(study.stdout).toContain('1 of 1 cells are done, 0 failed, 0 have not run.');
  });

  it('writes a report of a site, and verifies it', { timeout: SLOW }, async () => {
    const dataDir = join(dir, 'site');
    const session = await makeSiteWithSession(dataDir);
    const pdf = join(dir, 'report.pdf');
    expect(await run('report', session, '--out', pdf, '--language', 'nl', '--data', dataDir)).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await run('verify', pdf, '--json')).toMatchObject({ stdout: expect.stringContaining('"kind":"signed"') });
  });

  it('serves the window with its nets, WebAssembly and clip', { timeout: SLOW }, async () => {
    const host = start(['serve', '--json', '--data', join(dir, 'served')]);
    const failed = once(host, 'exit').then(([code]) => Promise.reject(new Error(`it ended with code ${code}`)));
    const [line] = await Promise.race([once(createInterface({ input: host.stdout }), 'line'), failed]);
    const { origin } = new URL(JSON.parse(line).url);
    for (const path of [
      '/',
      '/face-models/face_recognition_model.bin',
      '/wasm/tfjs-backend-wasm-simd.wasm',
      '/demo-clip/child-session.mp4',
    ]) {
      expect([path, (await fetch(origin + path)).status]).toEqual([path, 200]);
    }
    const ended = once(host, 'exit');
    host.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
