import type { Page } from '@playwright/test';
import { liveWord, startDemoSession } from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  /** Of the window's area: at least this much is the camera's picture, its black bars not counted. */
  readonly pictureShare: number;
  /** Letters of the figures at least so high, in CSS pixels of font size. */
  readonly figurePx: number;
}

/** The last is a window of 1440x900 at 200 % zoom. */
const SIZES: readonly Size[] = [
  { width: 1440, height: 900, pictureShare: 0.17, figurePx: 32 },
  { width: 1024, height: 768, pictureShare: 0.16, figurePx: 25 },
  { width: 820, height: 1180, pictureShare: 0.25, figurePx: 22 },
  { width: 720, height: 450, pictureShare: 0.15, figurePx: 18 },
];

/** The part of the canvas that the picture fills, in the window's coordinates. */
const pictureOf = (page: Page) =>
  page
    .locator('main canvas')
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const scale = Math.min(width / canvas.width, height / canvas.height);
      const [widthPx, heightPx] = [canvas.width * scale, canvas.height * scale];
      return { left: left + (width - widthPx) / 2, top: top + (height - heightPx) / 2, widthPx, heightPx };
    });

/** How many of a grid of points of the picture have something else over them. */
async function coveredPoints(page: Page): Promise<string[]> {
  const { left, top, widthPx, heightPx } = await pictureOf(page);
  return page.evaluate(
    ({ left, top, widthPx, heightPx }) => {
      const covers: string[] = [];
      for (let column = 1; column < 10; column++) {
        for (let row = 1; row < 10; row++) {
          const found = document.elementFromPoint(left + (column * widthPx) / 10, top + (row * heightPx) / 10);
          if (found?.tagName !== 'CANVAS') covers.push(found?.textContent ?? 'nothing');
        }
      }
      return covers;
    },
    { left, top, widthPx, heightPx },
  );
}

const beyondPx = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);

const LANGUAGES = [
  { name: 'English', stop: 'Stop', pause: 'Pause', elapsed: 'Elapsed time', markers: 'Mark an event' },
  { name: 'Nederlands', stop: 'Stop', pause: 'Pauze', elapsed: 'Verstreken tijd', markers: 'Een gebeurtenis markeren' },
] as const;

test('at every size the child is seen, nothing lies over the picture, and what is watched or pressed is in view', async ({
  openSite,
}) => {
  const { page } = await openSite({ viewport: { width: 1440, height: 900 } });
  await openDemo(page);
  await startDemoSession(page);
  for (const { name, stop, pause, elapsed, markers } of LANGUAGES) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByText(name, { exact: true }).click();
    for (const { width, height, pictureShare, figurePx } of SIZES) {
      await test.step(`${name}, ${width}x${height}`, async () => {
        await page.setViewportSize({ width, height });
        const share = async () => {
          const { widthPx, heightPx } = await pictureOf(page);
          return (widthPx * heightPx) / (width * height);
        };
        await expect.poll(share).toBeGreaterThanOrEqual(pictureShare);
        expect(await coveredPoints(page)).toEqual([]);
        if (height >= 600) await expect.poll(() => beyondPx(page)).toBeLessThanOrEqual(0);
        const inView = [
          liveWord(page),
          page.locator('[data-pictogram]'),
          page.getByTestId('live-confidence').or(page.getByTestId('live-might-be')),
          page.getByRole('timer', { name: elapsed }),
          page.getByRole('button', { name: pause }),
          page.getByRole('button', { name: stop, exact: true }),
          page.getByRole('group', { name: markers }),
        ];
        for (const part of inView) await expect.soft(part).toBeInViewport({ ratio: 1 });
        // The figures leave when the word becomes another one just then.
        const fontPx = () =>
          page
            .getByTestId('live-recall')
            .locator('span')
            .first()
            .evaluate((figure) => Number.parseFloat(getComputedStyle(figure).fontSize));
        await expect.poll(fontPx).toBeGreaterThanOrEqual(figurePx);
      });
    }
  }
});

test('under a finger every button is at least 44 pixels wide and high, and still nothing scrolls', async ({
  openSite,
}) => {
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await openDemo(page);
  await startDemoSession(page);
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  const small = () =>
    page.locator('button:visible, nav a:visible').evaluateAll((targets) =>
      targets
        .filter((target) => !target.classList.contains('skip-link'))
        .map((target) => ({ name: target.ariaLabel ?? target.textContent, ...target.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width < 44 || height < 44)
        .map(({ name, width, height }) => `${name}: ${width}x${height}`),
    );
  expect(await small()).toEqual([]);
  await expect.poll(() => beyondPx(page)).toBeLessThanOrEqual(0);
  const { widthPx, heightPx } = await pictureOf(page);
  expect((widthPx * heightPx) / (1024 * 768)).toBeGreaterThanOrEqual(0.12);
});

test('the sheet of keys names every key of a session, and the picture can be mirrored', async ({ openSite }) => {
  const { page } = await openSite({ viewport: { width: 1440, height: 900 } });
  await openDemo(page);
  await startDemoSession(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  for (const row of [/^P Pause/, /^1 Needle/, /^F FLACC/, /^Z Take back/, /^Enter In the picture/]) {
    await expect(sheet.getByRole('row', { name: row })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  const mirror = page.getByRole('button', { name: 'Show the picture as in a mirror' });
  await expect(mirror).toHaveAttribute('aria-pressed', 'false');
  await mirror.click();
  await expect(mirror).toHaveAttribute('aria-pressed', 'true');
});
