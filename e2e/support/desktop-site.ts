import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { SANDBOX_ARGUMENTS } from './browser.ts';
import { desktopBinary, packedProgram } from './desktop-binary.ts';
import type { Site, SiteOptions } from './site.ts';

const MAIN = join(import.meta.dirname, '../../out/main/main.js');

/** The built program in Electron's window, or the packed one. */
export async function openDesktopSite({ dataDir, viewport, camera, cameras = 1 }: SiteOptions): Promise<Site> {
  const packed = packedProgram();
  const app = await _electron.launch({
    executablePath: packed ?? desktopBinary() ?? undefined,
    args: [
      ...SANDBOX_ARGUMENTS,
      '--use-fake-ui-for-media-stream',
      `--use-fake-device-for-media-stream=device-count=${cameras}`,
      ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : []),
      ...(packed ? [] : [MAIN]),
      '--data',
      dataDir,
    ],
  });
  const page = await app.firstWindow();
  await page.setViewportSize(viewport);
  return {
    page,
    address: page.url(),
    close: () => app.close(),
    async kill() {
      app.process().kill('SIGKILL');
      await app.waitForEvent('close');
    },
  };
}
