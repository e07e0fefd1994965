import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { VISITORS_FACE, visitedCameraFile, visitedPicture } from './support/compose-clip.ts';
import { enrolByKeyboard, startSession, stopSession, untilElapsed } from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { goTo, signInAtChild } from './support/people.ts';
import { expect, test } from './support/test.ts';

const CHILD = 'W3-0031';

/** The middle of the child's face in the camera's picture. */
const CHILDS_FACE = { left: 240, top: 180, width: 130, height: 140 } as const;

type Place = typeof VISITORS_FACE | typeof CHILDS_FACE;

/** Grey values of a place in the pictures of a video, four a second, decoded by the browser. */
async function greysOf(page: Page, video: Buffer, places: readonly Place[]): Promise<number[][][]> {
  return page.evaluate(
    async ({ base64, places }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const video = document.createElement('video');
      video.muted = true;
      video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/webm' }));
      const event = (name: string) => new Promise((resolve) => video.addEventListener(name, resolve, { once: true }));
      await event('loadeddata');
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      const pictures: number[][][] = [];
      for (let at = video.buffered.start(0); at < video.duration; at += 0.25) {
        video.currentTime = at;
        await event('seeked');
        context.drawImage(video, 0, 0);
        pictures.push(
          places.map(({ left, top, width, height }) => {
            const { data } = context.getImageData(left, top, width, height);
            return Array.from({ length: width * height }, (_, i) => data[4 * i + 1]!);
          }),
        );
      }
      return pictures;
    },
    { base64: video.toString('base64'), places },
  );
}

/** What is finer than a few pixels: each pixel less the mean of those four pixels away. */
function details(grey: readonly number[], width: number): number[] {
  const found: number[] = [];
  for (let i = 4 * width; i < grey.length - 4 * width; i++) {
    if (i % width < 4 || i % width >= width - 4) continue;
    found.push(grey[i]! - (grey[i - 4]! + grey[i + 4]! + grey[i - 4 * width]! + grey[i + 4 * width]!) / 4);
  }
  return found;
}

const meanSquare = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0) / values.length;

function correlation(a: readonly number[], b: readonly number[]): number {
  const product = a.reduce((sum, value, i) => sum + value * b[i]!, 0) / a.length;
  return product / Math.sqrt((meanSquare(a) || 1) * (meanSquare(b) || 1));
}

async function switchVideoOn(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByLabel('Sessions may keep video').check();
  await page.getByRole('button', { name: 'Save the setting of video' }).click();
  await expect(page.getByRole('region', { name: 'Video of sessions' }).getByText('Saved.')).toBeVisible();
}

test('video is kept by choice, shows the child and nobody else, is played under the timeline and goes with the consent', async ({
  openSite,
  dataDir,
}) => {
  test.setTimeout(240_000);
  await makeWard(dataDir, { child: CHILD, more: ['keep-video'] });
  const { page } = await openSite({ camera: visitedCameraFile(), viewport: { width: 1024, height: 768 } });
  await signInAtChild(page, CHILD);

  await test.step('it is off until the site says otherwise, and then until whoever starts does', async () => {
    await goTo(page, 'Live');
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeEnabled();
    await expect(page.getByLabel('Keep video of this session')).toHaveCount(0);
    await switchVideoOn(page);
    await goTo(page, 'Live');
    await expect(page.getByLabel('Keep video of this session')).not.toBeChecked();
    await expect(page.getByText(/At most \d+ MB an hour; \d+ GB are free/)).toBeVisible();
    await page.getByLabel('Keep video of this session').check();
  });

  await test.step('the live screen says so, and still fits', async () => {
    await startSession(page, /fake|camera|mjpeg/i);
    await enrolByKeyboard(page);
    await expect(page.getByText('Video is kept')).toBeVisible();
    await expect(page.getByTestId('live-word')).toBeVisible();
    const hidden = () => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    await expect.poll(hidden).toBeLessThanOrEqual(0);
    await untilElapsed(page, 25);
    await stopSession(page);
  });

  await test.step('on the disk it lies sealed, under a name that says nothing', async () => {
    const names = readdirSync(join(dataDir, 'videos'));
    expect(names).toHaveLength(1);
    expect(names[0]).not.toContain(CHILD);
    const bytes = readFileSync(join(dataDir, 'videos', names[0]!));
    expect(bytes.length).toBeGreaterThan(20_000);
    for (const found of ['webm', 'V_VP8', 'matroska']) expect(bytes.includes(found), found).toBe(false);
  });

  const section = page.getByRole('region', { name: 'Video', exact: true });
  const timeline = page.getByRole('application', { name: /^Timeline/ });
  const cursor = async () =>
    Number(
      (await section.getByRole('img', { name: /^Video of the session/ }).getAttribute('aria-label'))?.match(
        /(\d+\.\d)/,
      )?.[1],
    );

  await test.step('it is played under the timeline, by keys, as fast as wanted, and follows the cursor', async () => {
    await page.getByRole('link', { name: 'Review this session' }).click();
    await expect(section).toBeVisible();
    await timeline.press('Home');
    await timeline.press('Shift+ArrowRight');
    const before = await cursor();
    await timeline.press('.');
    await timeline.press('.');
    await expect(section.getByRole('radio', { name: '4 ×' })).toBeChecked();
    await timeline.press(' ');
    await expect.poll(cursor).toBeGreaterThan(before + 4);
    await timeline.press(' ');
    await expect(section.getByRole('button', { name: 'Play' })).toBeVisible();
    const drawn = await section.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(data).size;
    });
    expect(drawn, 'a picture, not one colour').toBeGreaterThan(20);
    await timeline.press('Home');
    await section.getByRole('button', { name: 'Play' }).click();
    await section.getByText('0.25 ×').click();
    await section.getByRole('button', { name: 'Pause' }).click();
    await timeline.press('End');
    await expect(section.getByRole('button', { name: 'Play' })).toBeVisible();
  });

  await test.step('in the file itself the visitor cannot be recognised, and the child is as it was', async () => {
    const download = page.waitForEvent('download');
    await section.getByRole('button', { name: 'Export the video' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^video-[0-9a-f]{8}\.webm$/);
    expect(file.suggestedFilename()).not.toContain(CHILD);
    const video = readFileSync(await file.path());
    const pictures = await greysOf(page, video, [VISITORS_FACE, CHILDS_FACE]);
    const source = await Promise.all(
      [VISITORS_FACE, CHILDS_FACE].map(async (place) => {
        const { data } = await sharp(await visitedPicture())
          .extract(place)
          .extractChannel('green')
          .raw()
          .toBuffer({ resolveWithObject: true });
        return details([...data], place.width);
      }),
    );
    const [visitor, child] = source as [number[], number[]];
    const visitorKept = pictures.map(([grey]) => details(grey!, VISITORS_FACE.width));
    const childKept = pictures.map(([, grey]) => details(grey!, CHILDS_FACE.width));
    const likeness = Math.max(...visitorKept.map((each) => Math.abs(correlation(each, visitor))));
    const detail = Math.max(...visitorKept.map(meanSquare)) / meanSquare(visitor);
    const childDetail = Math.max(...childKept.map(meanSquare)) / meanSquare(child);
    const figures = `${pictures.length} pictures: of the visitor's detail at most ${(100 * detail).toFixed(2)} % (likeness ${likeness.toFixed(3)}), of the child's ${(100 * childDetail).toFixed(0)} %; ${Math.round(video.length / 1024)} kB`;
    console.log(figures);
    test.info().annotations.push({ type: 'figure', description: figures });
    expect(pictures.length).toBeGreaterThan(40);
    expect(likeness).toBeLessThan(0.25);
    // What is left are the edges of the patches.
    expect(detail).toBeLessThan(0.1);
    expect(childDetail).toBeGreaterThan(0.4);
  });

  await test.step('it goes with the consent, from the screen and from the disk', async () => {
    const review = page.url();
    await goTo(page, 'Children');
    await page
      .getByRole('button', { name: /^Withdraw/ })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Withdraw/ })
      .click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(readdirSync(join(dataDir, 'videos'))).toEqual([]);
    await page.evaluate((url) => location.assign(url), review);
    await expect(page.getByRole('heading', { name: `Session of ${CHILD}` })).toBeVisible();
    await expect(section).toHaveCount(0);
  });
});
