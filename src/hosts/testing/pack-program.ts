import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Configuration, type PackagerOptions, Platform } from 'electron-builder';
import configuration from '../../../resources/packaging/electron-builder.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { makeUpElectron } from './made-up-electron.ts';

// So that npm, which electron-builder asks for the project's folder, does not look for a newer one of itself.
process.env.npm_config_update_notifier = 'false';

/**
 * Packs as `npm run pack` does, around files that stand for Electron's.
 *
 * @param outDir Folder to write to.
 * @param changes To the configuration.
 */
export async function packProgram(
  platform: 'linux' | 'darwin',
  outDir: string,
  changes: Partial<Configuration> = {},
): Promise<void> {
  const electronDist = mkdtempSync(join(tmpdir(), 'faceward-electron-'));
  makeUpElectron(electronDist, platform);
  try {
    await runBuilder({ targets: targetsOf(platform, 'dir') }, outDir, { electronDist, ...changes });
  } finally {
    rmSync(electronDist, { recursive: true });
  }
}

/** What the tool that makes an installer is told; it is not called, since electron-builder would fetch it. */
export async function toldOfInstaller<Told, Seen>(
  target: 'deb' | 'AppImage',
  { unpacked, outDir }: { readonly unpacked: string; readonly outDir: string },
  see: (told: Told) => Seen,
): Promise<Seen> {
  let seen: Seen;
  await runBuilder(
    {
      targets: targetsOf('linux', target),
      prepackaged: unpacked,
      effectiveOptionComputed: async (told) => {
        seen = see(told as Told);
        return true;
      },
    },
    outDir,
    // electron-builder reads it from the checkout of whoever builds for others.
    { extraMetadata: { desktopName: 'faceward.desktop', homepage: 'https://example.org' } },
  );
  return seen!;
}

function targetsOf(platform: 'linux' | 'darwin', target: string) {
  return (platform === 'linux' ? Platform.LINUX : Platform.MAC).createTarget(target);
}

async function runBuilder(options: PackagerOptions, output: string, changes: Partial<Configuration>): Promise<void> {
  const planned = await configuration();
  const config: Configuration = { ...planned, directories: { ...planned.directories, output }, ...changes };
  // electron-builder changes what it is given, and a caller may give it twice.
  config.files = structuredClone(config.files);
  await build({ ...options, publish: 'never', projectDir: projectFolders().root, config });
}
