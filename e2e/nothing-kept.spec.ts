import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { makeBrowserProfile, PRIVATE_FLAGS } from '../src/hosts/browser/browser-profile.ts';
import { findBrowser, QUIET_ARGUMENTS, SANDBOX_ARGUMENTS } from './support/browser.ts';
import { startDemoSession, stopSession } from './support/live-screen.ts';
import { ADMINISTRATOR, goTo, openDemo, setUpSite, signIn } from './support/people.ts';
import { skipFor } from './support/skip-for.ts';
import { expect, test } from './support/test.ts';

const CHILD = 'DEMO-1';
const NOTE = 'scheurkalenderblaadje';
const TYPED_CODE = 'WATERHOEN-77';
const NEW_PASSWORD = 'paard fiets boterham';

test('a browser keeps nothing: no code of a child in titles and history, nothing typed in its session files, no password', async ({
  openSite,
  hostKind,
}) => {
  skipFor(hostKind === 'desktop' ? 'the desktop program has no browser profile that outlives it' : null);
  const site = await openSite();
  await expect(site.page.getByRole('button', { name: /Look around with demo data/ })).toBeVisible();
  const [profile, wardDir] = [newFolder('profile'), newFolder('ward')];
  const context = await openProfile(profile);
  try {
    const page = await sameTab(site.page, context);
    const titles = await usedTitles(page);
    expect(titles.filter((title) => title.includes(CHILD))).toEqual([]);
    expect(new Set(titles).size).toBeGreaterThanOrEqual(6);
    for (const [what, value] of [
      ['translate', 'no'],
      ['lang', 'en'],
    ] as const) {
      await expect(page.locator('html')).toHaveAttribute(what, value);
    }
    await expect(page.locator('body')).toHaveAttribute('spellcheck', 'false');
    // A site of its own: a demo takes a moment to leave.
    const ward = await openSite({ dataDir: wardDir });
    await expect(ward.page.getByRole('button', { name: /Set up this site/ })).toBeVisible();
    const secrets = await typedSecrets(await sameTab(ward.page, context));
    await context.close();
    await ward.close();
    // The search finds what a browser does write: where it was.
    expect(filesWith(profile, ['127.0.0.1'])).not.toEqual([]);
    expect(filesWith(profile, [CHILD, NOTE, TYPED_CODE, ...secrets])).toEqual([]);
    // What the site itself keeps is searched by a test of its own; what is typed at its door, here.
    expect(filesWith(wardDir, secrets)).toEqual([]);
  } finally {
    await context.close();
    for (const folder of [profile, wardDir]) rmSync(folder, { recursive: true, force: true });
  }
});

const newFolder = (name: string) => mkdtempSync(join(tmpdir(), `faceward-${name}-`));

/** Walks through the program as staff would, typing as they would. @returns The titles of the window on the way. */
async function usedTitles(page: Page): Promise<string[]> {
  const titles: string[] = [];
  // A page has its own title soon after it is there.
  const see = async () => {
    await expect.poll(() => page.title()).not.toBe(titles.at(-1));
    titles.push(await page.title());
  };
  await openDemo(page);
  await startDemoSession(page);
  await see();
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  await expect(page.getByRole('heading', { name: `Session of ${CHILD}` })).toBeVisible();
  await see();
  await page.getByRole('textbox', { name: /remarks/i }).fill(NOTE);
  await page.getByRole('link', { name: 'Compare with other sessions' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(CHILD);
  await see();
  await page.goBack();
  await page.getByRole('textbox', { name: /remarks/i }).fill(NOTE);
  await goTo(page, 'Children');
  await see();
  await page.getByRole('button', { name: 'Add a child' }).click();
  await page.getByLabel(/^Code/).fill(TYPED_CODE);
  // Chromium writes down what a page holds when the page is left.
  await page.goto('about:blank');
  await page.goBack();
  for (const name of ['Sessions', 'Models', 'Settings']) {
    await goTo(page, name);
    await see();
  }
  return titles;
}

/** Sets up a site, signs in, and tries the recovery code, as on a ward's worst day. @returns What opens the store. */
async function typedSecrets(page: Page): Promise<string[]> {
  const code = await setUpSite(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('Password lost? Use the recovery code').click();
  await page.getByLabel(/^Recovery code/).fill(code);
  await page.getByLabel(/^Name/).fill(ADMINISTRATOR.name);
  await page.getByLabel(/^New password/).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set the new password and sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  return [code, code.replaceAll('-', ''), ADMINISTRATOR.password, NEW_PASSWORD];
}

/** A browser that keeps what browsers keep in the profile that the program makes for itself. */
function openProfile(profile: string): Promise<BrowserContext> {
  makeBrowserProfile(profile);
  return chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? undefined,
    viewport: { width: 1440, height: 900 },
    permissions: ['camera'],
    args: [
      ...SANDBOX_ARGUMENTS,
      ...QUIET_ARGUMENTS,
      ...PRIVATE_FLAGS,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
    ],
  });
}

/** A link works once: the other tab's connection is taken over. */
async function sameTab(tab: Page, context: BrowserContext): Promise<Page> {
  const kept = await tab.evaluate(() => ({ ...sessionStorage }));
  const address = new URL(tab.url()).origin;
  await tab.close();
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript((entries) => {
    if (location.protocol !== 'http:') return;
    for (const [name, value] of Object.entries(entries)) sessionStorage.setItem(name, value);
  }, kept);
  await page.goto(address);
  return page;
}

/** Files of a profile that hold one of the words, in either of the ways in which browsers write text. */
function filesWith(folder: string, words: readonly string[]): string[] {
  const wanted = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((word) => bytes.includes(word));
    })
    .map((file) => file.slice(folder.length));
}
