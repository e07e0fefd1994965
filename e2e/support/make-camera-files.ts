import { findBrowser } from './browser.ts';
import { makeCameraFile } from './camera-file.ts';
import { makeComposedCameraFiles } from './compose-clip.ts';

/**
 * Playwright's set-up before all specs: makes the films that play as a camera, so that no spec spends its own time on them.
 * Where no browser is there, specs are skipped for that reason or say it.
 */
export default async function makeCameraFiles(): Promise<void> {
  const browser = findBrowser();
  if (!browser) return;
  await makeCameraFile(browser);
  await makeComposedCameraFiles();
}
