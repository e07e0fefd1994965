import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** For tests: where browsers keep SwiftShader, a Vulkan driver that needs no GPU. */
const DRIVERS = [
  '/usr/lib/chromium/vk_swiftshader_icd.json',
  '/usr/lib/chromium-browser/vk_swiftshader_icd.json',
  '/opt/google/chrome/vk_swiftshader_icd.json',
];

/**
 * For tests: the environment in which a process finds a software GPU and no other.
 *
 * @returns Null where no such driver is installed.
 */
export function softwareGpuEnvironment(): NodeJS.ProcessEnv | null {
  const playwright = globSync('.cache/ms-playwright/chromium-*/*/vk_swiftshader_icd.json', { cwd: homedir() });
  const given = process.env.VK_ICD_FILENAMES;
  const found = [...(given ? [given] : []), ...DRIVERS, ...playwright.map((path) => join(homedir(), path))].find(
    existsSync,
  );
  if (!found) return null;
  // The browser brings the Vulkan loader along as well, for systems that have none.
  const libraries = [process.env.LD_LIBRARY_PATH, dirname(found)].filter(Boolean).join(':');
  return { ...process.env, VK_ICD_FILENAMES: found, LD_LIBRARY_PATH: libraries };
}

/** For tests: the environment of a machine without any GPU driver. */
export function noGpuEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, VK_ICD_FILENAMES: '/dev/null', VK_DRIVER_FILES: '/dev/null' };
}
