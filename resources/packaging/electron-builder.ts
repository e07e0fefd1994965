/**
 * How the program is packed and what its installers are: the configuration of `npm run pack` and `npm run dist`.
 *
 * It is a program and not a part of package.json because what is packed is traced and not listed, and it lies here, where
 * electron-builder looks for icons, entitlements and the installer's script as well. The icons were made of
 * resources/icons/faceward.svg by png2icons. docs/install.md says what a hospital gets of all this.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Arch, type Configuration } from 'electron-builder';
import { packedDependencies } from './packed-dependencies.ts';

const HERE = import.meta.dirname;
const ROOT = resolve(HERE, '../..');

/** Playwright drives Electron by Node's inspector, which an installed program must not have: specs get a build of their own. */
const isForSpecs = process.env.FACEWARD_BUILD_FOR_SPECS === '1';

/** A certificate from Apple is at hand. Without one the program is signed ad hoc, which the hardened runtime does not load. */
const hasCertificate = Boolean(process.env.CSC_LINK || process.env.CSC_NAME);

/** What an installed Electron can no longer be made to do. */
const FUSES = {
  // Not a Node for whoever sets a variable or an option.
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // No other code than the archive's, whose hash the signed executable carries (macOS, Windows).
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  enableCookieEncryption: true,
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
};

export default async function configuration(): Promise<Configuration> {
  return {
    appId: 'faceward.desktop',
    productName: 'Faceward',
    copyright: 'Apache License 2.0',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in.
    artifactName: '${name}-${version}-${arch}.${ext}',
    directories: { buildResources: 'resources/packaging', output: isForSpecs ? 'dist/for-specs' : 'dist' },

    // The archive: the built program, the shipped models, the demo. No sources, tests, documents or measurements.
    files: [
      // Other things may lie in out: a bill of materials, models of whoever works here.
      'out/{main,preload,renderer}/**',
      'models/**',
      'resources/demo-*/**',
      // For whoever measures the clip, not for the program.
      '!resources/demo-clip/truth.csv',
      ...(await packedDependencies(ROOT)),
    ],
    // The dependencies are among the files, as they were installed; nothing is rebuilt.
    beforeBuild: async () => false,
    beforePack: async ({ electronPlatformName, arch }) => requireThisMachine(electronPlatformName, Arch[arch]),
    // Outside of the archive is what the system loads. Programs of processes and threads are started from inside.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.{node,dylib,dll,so,so.*}'],
    afterPack: ({ appOutDir, packager }) => copyLicences(packager.getResourcesDir(appOutDir)),
    electronLanguages: ['en', 'nl'],
    ...(isForSpecs ? {} : { electronFuses: FUSES }),
    // The package's list, which package-lock.json pins, instead of one from where the binary comes from.
    electronDownload: { checksums: createRequire(import.meta.url)('electron/checksums.json') },

    // IT installs files; nothing looks for updates.
    publish: null,
    afterAllArtifactBuild: ({ artifactPaths }) => writeChecksums(artifactPaths),

    // The window finds its entry in the menus by this name.
    extraMetadata: { desktopName: 'faceward.desktop' },
    linux: {
      target: ['AppImage', 'deb'],
      // `faceward` is the command.
      executableName: 'faceward-desktop',
      syncDesktopName: true,
      icon: 'icons',
      category: 'Science;MedicalSoftware',
      synopsis: 'Emotion monitoring for paediatric wards',
      maintainer: 'The Faceward authors',
    },
    deb: { fpm: [`${join(HERE, 'linux/faceward')}=/usr/bin/faceward`] },
    // The older one, which is the default, starts the program without its sandbox.
    toolsets: { appimage: '1.0.3' },

    mac: {
      target: ['dmg'],
      icon: 'icon.icns',
      category: 'public.app-category.medical',
      hardenedRuntime: hasCertificate,
      ...(hasCertificate ? {} : { identity: '-' }),
      entitlements: join(HERE, 'mac/entitlements.plist'),
      entitlementsInherit: join(HERE, 'mac/entitlements.plist'),
      extendInfo: {
        CFBundleDevelopmentRegion: 'en',
        CFBundleLocalizations: ['en', 'nl'],
        // In the languages of the .lproj folders; this one where neither is spoken.
        NSCameraUsageDescription:
          'Faceward follows the face of the enrolled child during a session. The picture stays on this computer.',
        // Electron asks for these in every program's name.
        NSMicrophoneUsageDescription: null,
        NSAudioCaptureUsageDescription: null,
        NSBluetoothAlwaysUsageDescription: null,
        NSBluetoothPeripheralUsageDescription: null,
      },
      extraResources: [
        { from: 'resources/packaging/mac', to: '.', filter: ['*.lproj/*'] },
        { from: 'resources/packaging/mac/faceward', to: 'bin/faceward' },
      ],
    },
    dmg: { writeUpdateInfo: false },

    win: {
      target: ['nsis'],
      icon: 'icon.ico',
      extraResources: [{ from: 'resources/packaging/win/faceward.cmd', to: 'bin/faceward.cmd' }],
    },
    nsis: {
      oneClick: false,
      perMachine: true,
      runAfterFinish: false,
      include: 'win/installer.nsh',
      deleteAppDataOnUninstall: false,
      // Both are for updates.
      packElevateHelper: false,
      differentialPackage: false,
    },
  };
}

/** @throws Error if the installed native parts are not of the kind of machine that is packed for. */
function requireThisMachine(platform: string, arch: string | undefined): void {
  if (platform === process.platform && arch === process.arch) return;
  throw new Error(
    `The native parts that npm installed are for ${process.platform} ${process.arch}; to pack for ${platform} ${arch}, run ` +
      'npm ci and npm run dist on such a machine.',
  );
}

/** Ours and, by their documents, those of all that we pass on. Electron's own are beside its executable. */
async function copyLicences(resourcesDir: string): Promise<void> {
  for (const name of await readdir(ROOT)) {
    if (/^(LICENSE|THIRD_PARTY_NOTICES)/.test(name)) await copyFile(join(ROOT, name), join(resourcesDir, name));
  }
}

/** Beside each installer its SHA-256, in the form that `sha256sum --check` and `shasum --check` read. */
async function writeChecksums(installers: readonly string[]): Promise<string[]> {
  return Promise.all(
    installers.map(async (file) => {
      const hash = createHash('sha256');
      await pipeline(createReadStream(file), hash);
      await writeFile(`${file}.sha256`, `${hash.digest('hex')}  ${basename(file)}\n`);
      return `${file}.sha256`;
    }),
  );
}
