import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'puppeteer-core';
import { clipFigures, figuresText } from './support/clip-figures.ts';
import { ClipTruth } from './support/clip-truth.ts';
import { type FirefoxSite, findFirefox, openFirefoxSite } from './support/firefox-site.ts';
import {
  type CsvRow,
  EMOTION_WORD,
  exportedRows,
  readingOf,
  startDemoSession,
  stopSession,
  untilElapsed,
} from './support/live-screen.ts';
import { partOfClip } from './support/part-of-clip.ts';
import { openDemo } from './support/people.ts';
import { skipFor } from './support/skip-for.ts';
import { test as base, expect } from './support/test.ts';

/** The clip up to where the adult has been in view and gone; the child has been away twice by then. */
const SESSION_SECONDS = 53;

/** The two browsers' speeds are compared over this much of the clip, in which the child is there. */
const COMPARED_SECONDS = 12;

const test = base.extend<{ firefox: FirefoxSite }>({
  firefox: async ({ hostKind, dataDir }, use) => {
    const path = findFirefox();
    skipFor(hostKind === 'browser' ? (path ? null : 'no Firefox was found') : 'the window is no Firefox');
    const site = await openFirefoxSite(path!, dataDir);
    await use(site);
    await site.close();
  },
});

/** The first element of a role and a name, when there is one. */
const named = (page: Page, role: string, name: string) => page.$(`::-p-aria([name="${name}"][role="${role}"])`);

/** Clicked by the page itself: a headless Firefox beside other work draws too seldom to be told to wait until it stands. */
async function press(page: Page, name: string, role = 'button'): Promise<void> {
  const click = async () => {
    const element = await named(page, role, name);
    await element?.evaluate((each) => (each as HTMLElement).click());
    return element !== null;
  };
  await expect.poll(click, { message: `${role} "${name}"`, timeout: 30_000 }).toBe(true);
}

async function shows(page: Page, text: string, withinMs = 15_000): Promise<void> {
  const bodyText = () => page.evaluate(() => document.body.innerText);
  await expect.poll(bodyText, { timeout: withinMs }).toContain(text);
}

async function openDemoIn(page: Page): Promise<void> {
  await shows(page, 'Look around with demo data');
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ innerText }) => innerText.includes('Look around with demo data'))?.click();
  });
  await expect.poll(() => page.$('nav'), { timeout: 30_000 }).not.toBeNull();
}

const textOf = (page: Page, selector: string) => page.$eval(selector, (each) => each.textContent ?? '');
const word = (page: Page) => textOf(page, '[data-testid=live-word]').catch(() => '');

async function untilRead(page: Page): Promise<void> {
  await expect.poll(() => word(page), { timeout: 30_000 }).toMatch(EMOTION_WORD);
}

async function secondsOf(page: Page): Promise<number> {
  const parts = (await textOf(page, '[role=timer]')).split(':').map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

async function stopIn(page: Page): Promise<void> {
  await press(page, 'Stop');
  await press(page, 'Stop session');
  await shows(page, 'all stored');
}

async function exportedFrom({ page, downloadDir }: FirefoxSite): Promise<CsvRow[]> {
  await press(page, 'Export CSV');
  const file = () => {
    const names = readdirSync(downloadDir);
    return names.some((name) => name.endsWith('.part')) ? undefined : names.find((name) => name.endsWith('.csv'));
  };
  await expect.poll(() => (readable(downloadDir) ? file() : undefined), { timeout: 30_000 }).toBeTruthy();
  return parse(readFileSync(join(downloadDir, file()!)), { columns: true, bom: true }) as CsvRow[];
}

function readable(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

const perSecond = (rows: readonly CsvRow[]) =>
  rows.filter(({ row, at_ms }) => row === 'sample' && Number(at_ms) < 1000 * COMPARED_SECONDS).length /
  COMPARED_SECONDS;

test('Firefox reads a session of the demo, at no less than half of Chromium’s pace', { tag: '@alone' }, async ({
  firefox,
  openSite,
}) => {
  test.setTimeout(300_000);
  const { page } = firefox;
  await openDemoIn(page);
  await press(page, 'Start');
  await untilRead(page);
  await page.keyboard.press('1');
  await expect.poll(() => secondsOf(page), { timeout: 90_000 }).toBeGreaterThanOrEqual(SESSION_SECONDS);
  await page.keyboard.press('p');
  await shows(page, 'Paused');
  // A pause that is shorter than a reading speaks for is no gap.
  const pausedAt = await secondsOf(page);
  await expect.poll(() => secondsOf(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(pausedAt + 2);
  await page.keyboard.press('p');
  await untilRead(page);
  await stopIn(page);
  await press(page, 'Review this session', 'link');
  const rows = await exportedFrom(firefox);

  const readings = rows.filter(({ row }) => row === 'sample').map(readingOf);
  const roundMs = 1000 * SESSION_SECONDS;
  const truth = new ClipTruth();
  const figures = clipFigures(
    truth,
    readings.filter(({ atMs }) => atMs < roundMs),
    truth.offsetOf(readings.filter(({ atMs }) => atMs < roundMs)),
  );
  console.log(`Firefox: ${figuresText(figures)}`);
  expect(figures.whileAbsent).toEqual([]);
  expect(figures.fromAdult).toEqual([]);
  expect(figures.rightSeconds / figures.plainSeconds).toBeGreaterThanOrEqual(0.8);
  expect(rows.filter(({ row }) => row === 'marker').map((row) => row.reason_or_kind)).toEqual(['needle']);
  expect(rows.filter((row) => row.row === 'gap' && row.reason_or_kind === 'paused')).toHaveLength(1);

  await firefox.browser.close();
  const chromium = (await openSite({ dataDir: `${firefox.downloadDir}-chromium` })).page;
  await openDemo(chromium);
  await startDemoSession(chromium);
  await untilElapsed(chromium, COMPARED_SECONDS + 1);
  await stopSession(chromium);
  await chromium.getByRole('link', { name: 'Review this session' }).click();
  const [ours, theirs] = [perSecond(rows), perSecond(await exportedRows(chromium))];
  const figure = `${ours.toFixed(1)} readings a second in Firefox, ${theirs.toFixed(1)} in Chromium`;
  console.log(figure);
  test.info().annotations.push({ type: 'figure', description: figure });
  expect(ours).toBeGreaterThanOrEqual(theirs / 2);
});

test('in Firefox a session goes on while another tab is looked at', async ({ firefox }) => {
  const { page, browser } = firefox;
  await openDemoIn(page);
  await press(page, 'Start');
  await untilRead(page);
  const fromSeconds = await secondsOf(page);
  const other = await browser.newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hidden)).toBe(true);
  await expect.poll(() => secondsOf(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(fromSeconds + 8);
  const toSeconds = await secondsOf(page);
  await other.close();
  await page.bringToFront();
  await stopIn(page);
  await press(page, 'Review this session', 'link');
  const rows = await exportedFrom(firefox);
  const hidden = rows
    .filter(({ row, at_ms }) => row === 'sample' && Number(at_ms) > 1000 * (fromSeconds + 2))
    .map(({ at_ms }) => Number(at_ms))
    .filter((atMs) => atMs < 1000 * toSeconds);
  const apartMs = hidden.slice(1).map((atMs, at) => atMs - hidden[at]!);
  const usualMs = apartMs.toSorted((a, b) => a - b)[Math.floor(apartMs.length / 2)] ?? Number.POSITIVE_INFINITY;
  console.log(`hidden: ${hidden.length} readings, ${usualMs.toFixed(0)} ms apart`);
  // The timers of a hidden window come once a second.
  expect(usualMs).toBeLessThan(900);
});

test('in Firefox a camera is placed and watched, and a film is read', async ({ firefox }) => {
  const { page, downloadDir } = firefox;
  await openDemoIn(page);
  const camera = await page.waitForSelector('input[type=radio][value^="webcam:"]');
  await camera!.evaluate((each) => each.click());
  // Where Firefox does not say that the camera is allowed, it is not shown by itself.
  const coach = async () => {
    const show = await named(page, 'button', 'Show the camera');
    await show?.evaluate((each) => (each as HTMLElement).click());
    return textOf(page, '[data-testid=coach]').catch(() => '');
  };
  await expect.poll(coach, { timeout: 60_000 }).toMatch(/Turn the camera|stands still/);
  await press(page, 'Start');
  // Its made-up camera shows no face: nobody can be pointed out.
  await expect.poll(() => word(page), { timeout: 30_000 }).toBe('Child not chosen yet');
  await expect.poll(() => secondsOf(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
  await stopIn(page);
  await press(page, 'New session');

  await press(page, 'Read a video file');
  const input = await page.waitForSelector('input[type=file]');
  const film = partOfClip('ward.mp4', 0, 10);
  const path = join(downloadDir, '..', film.name);
  writeFileSync(path, film.buffer);
  await input!.uploadFile(path);
  await press(page, 'Read the video');
  await shows(page, 'Tap the child’s face, or press Enter', 30_000);
  await page.focus('[aria-label^="Picture of the video"]');
  await page.keyboard.press('Enter');
  await shows(page, 'Read to the end: all stored', 120_000);
});

test('a browser that cannot read a camera says so before anything is begun', async ({ firefox }) => {
  const { page } = firefox;
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'VideoFrame'));
  await openDemoIn(page);
  await shows(page, 'This browser cannot read a camera');
  expect(await named(page, 'button', 'Start')).toBeNull();
  await press(page, 'Read a video file');
  await shows(page, 'This browser cannot decode video files');
});
