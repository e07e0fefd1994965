import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRawHeader } from '@electron/asar';
import type { Configuration } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import configuration from '../../../resources/packaging/electron-builder.ts';
import { fusesOf } from '../testing/made-up-electron.ts';
import { packProgram, toldOfInstaller } from '../testing/pack-program.ts';

vi.mock('../../../resources/packaging/packed-dependencies.ts', () => ({ packedDependencies: async () => [] }));

const PACKAGING = fileURLToPath(new URL('../../../resources/packaging', import.meta.url));
/** Two files in place of the program, without native parts: they can be packed for any machine. */
const SMALL: Partial<Configuration> = {
  files: ['package.json', 'src/hosts/start.mjs'],
  extraMetadata: { main: 'src/hosts/start.mjs' },
  beforePack: null,
};

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-installers-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the configuration', () => {
  it('is refused with an option that electron-builder does not know', async () => {
    const misspelt = { asarUnpak: [] } as Partial<Configuration>;
    await expect(packProgram('linux', dir, misspelt)).rejects.toThrow(/unknown property 'asarUnpak'/);
  });

  it('is refused for another machine than the one whose native parts are installed', async () => {
    const other = process.platform === 'darwin' ? 'linux' : 'darwin';
    await expect(packProgram(other, dir)).rejects.toThrow(/native parts that npm installed are for .* npm run dist/);
  });

  it('writes the SHA-256 of an installer beside it', async () => {
    const installer = join(dir, 'faceward-0.0.0.deb');
    writeFileSync(installer, 'abc');
    const { afterAllArtifactBuild } = await configuration();
    const write = afterAllArtifactBuild as (built: { artifactPaths: string[] }) => Promise<string[]>;
    expect(await write({ artifactPaths: [installer] })).toEqual([`${installer}.sha256`]);
    // FIPS 180-2, appendix B.1.
    expect(readFileSync(`${installer}.sha256`, 'utf8')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  faceward-0.0.0.deb\n',
    );
  });

  it('leaves the inspector to a build for the specs, which lies elsewhere', async () => {
    vi.resetModules();
    vi.stubEnv('FACEWARD_BUILD_FOR_SPECS', '1');
    const forSpecs = await (await import('../../../resources/packaging/electron-builder.ts')).default();
    vi.unstubAllEnvs();
    expect(forSpecs).toMatchObject({ directories: { output: 'dist/for-specs' } });
    expect(forSpecs.electronFuses).toBeUndefined();
    expect(await configuration()).toMatchObject({
      directories: { output: 'dist' },
      publish: null,
      electronFuses: { runAsNode: false, enableNodeCliInspectArguments: false },
    });
  });
});

describe.skipIf(process.platform === 'win32')('for Linux', () => {
  let unpacked: string;

  beforeAll(async () => {
    await packProgram('linux', dir, SMALL);
    unpacked = globSync(join(dir, 'linux*-unpacked'))[0]!;
  });

  it('a deb installs the command faceward beside the window', async () => {
    const { args, desktop, afterInstall } = await toldOfInstaller(
      'deb',
      { unpacked, outDir: dir },
      ([fpm, desktopFile]: [string[], string]) => ({
        args: fpm,
        desktop: readFileSync(desktopFile, 'utf8'),
        afterInstall: readFileSync(fpm[fpm.indexOf('--after-install') + 1]!, 'utf8'),
      }),
    );
    expect(args).toContain(`${join(PACKAGING, 'linux/faceward')}=/usr/bin/faceward`);
    expect(args).toContain(`${unpacked}/=/opt/Faceward`);
    expect(args).toContainEqual(expect.stringMatching(/=\/usr\/share\/applications\/faceward\.desktop$/));
    expect(desktop).toMatch(/^Exec=\/opt\/Faceward\/faceward-desktop %U$/m);
    expect(desktop).toMatch(/^StartupWMClass=faceward$/m);
    expect(afterInstall).toContain("'/usr/bin/faceward-desktop'");
    expect(afterInstall).not.toContain("'/usr/bin/faceward'");
  });

  it('an AppImage keeps its sandbox', async () => {
    const desktop = await toldOfInstaller(
      'AppImage',
      { unpacked, outDir: dir },
      (told: { desktop: string }) => told.desktop,
    );
    expect(desktop).toMatch(/^Exec=AppRun +%U$/m);
  });

  it('the command opens the window, or runs a command without a display', () => {
    const stub = join(dir, 'stub');
    writeFileSync(stub, '#!/bin/sh\nfor each in "$@"; do printf "[%s]" "$each"; done\n', { mode: 0o755 });
    const script = readFileSync(join(PACKAGING, 'linux/faceward'), 'utf8').replace(
      '/opt/Faceward/faceward-desktop',
      stub,
    );
    const called = (...args: string[]) =>
      spawnSync('sh', ['-s', '--', ...args], { input: script, encoding: 'utf8' }).stdout;
    expect(statSync(join(PACKAGING, 'linux/faceward')).mode & 0o111).toBe(0o111);
    const asRoot = process.getuid?.() === 0 ? '[--no-sandbox]' : '';
    expect(called()).toBe('');
    expect(called('report', '7', '--out', 'a b.pdf')).toBe(
      `${asRoot}[--ozone-platform=headless][--][report][7][--out][a b.pdf]`,
    );
  });
});

describe.skipIf(process.platform === 'win32')('for macOS', () => {
  let contents: string;
  let info: string;

  beforeAll(async () => {
    await packProgram('darwin', dir, SMALL);
    contents = globSync(join(dir, 'mac*/Faceward.app/Contents'))[0]!;
    info = readFileSync(join(contents, 'Info.plist'), 'utf8');
  });

  it('the program asks for the camera in two languages, and for nothing else', () => {
    expect(info.match(/NS\w+UsageDescription/g)).toEqual(['NSCameraUsageDescription']);
    const texts = { en: 'follows the face', nl: 'volgt tijdens een sessie het gezicht' };
    for (const [language, text] of Object.entries(texts)) {
      const strings = readFileSync(join(contents, `Resources/${language}.lproj/InfoPlist.strings`), 'utf8');
      expect(strings).toMatch(new RegExp(`^"NSCameraUsageDescription" = ".*${text}.*";$`, 'm'));
    }
    expect(existsSync(join(contents, 'Resources/de.lproj'))).toBe(false);
  });

  it('the program knows the hash of its archive, and has its fuses set', () => {
    const { headerString } = getRawHeader(join(contents, 'Resources/app.asar'));
    const hash = createHash('sha256').update(headerString).digest('hex');
    expect(info.replaceAll(/\s+/g, '')).toContain(`<key>hash</key><string>${hash}</string>`);
    const binary = join(contents, 'Frameworks/Electron Framework.framework/Electron Framework');
    expect(fusesOf(readFileSync(binary))).toBe('010011001');
  });

  it('the command finds the program through a link', () => {
    const program = join(contents, 'MacOS/Faceward');
    writeFileSync(program, '#!/bin/sh\nfor each in "$@"; do printf "[%s]" "$each"; done\n');
    chmodSync(program, 0o755);
    const link = join(dir, 'faceward');
    symlinkSync(join(contents, 'Resources/bin/faceward'), link);
    const { stdout } = spawnSync(link, ['train', '--out', 'a b'], { encoding: 'utf8' });
    expect(stdout).toBe('[--][train][--out][a b]');
  });
});
