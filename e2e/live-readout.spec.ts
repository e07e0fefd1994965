import type { Page } from '@playwright/test';
import { liveWord, startDemoSession, untilElapsed } from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** The emotions that the shipped model was validated on with photographs of children. */
const VALIDATED = ['Anger', 'Happiness', 'Sadness', 'Surprise', 'Neutral'];
const UNVALIDATED = ['Disgust', 'Fear'];

interface Change {
  readonly atMs: number;
  readonly word: string;
  readonly under: string;
}

/** From now on every change of the large word, and of the line under it, is written down in the page. */
async function watchWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: { atMs: number; word: string; under: string }[] = [];
    const look = () => {
      const word = document.querySelector('[data-testid=live-word]');
      if (!word) return;
      const under = document.querySelector('[data-testid=live-confidence], [data-testid=live-might-be]');
      const change = {
        atMs: performance.now(),
        word: word.textContent,
        under: under?.textContent ?? '',
      };
      if (seen.at(-1)?.word !== change.word || seen.at(-1)?.under !== change.under) seen.push(change);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { seenWords: seen });
  });
}

const seenWords = (page: Page) =>
  page.evaluate(() => (window as unknown as { seenWords: { atMs: number; word: string; under: string }[] }).seenWords);

/** Gives the page a way to take the camera's picture away, as a pulled plug does. To be called before the camera is opened. */
async function makeCameraLosable(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tracks: MediaStreamTrack[] = [];
    const video = HTMLVideoElement.prototype as HTMLVideoElement & { captureStream(): MediaStream };
    const capture = video.captureStream;
    video.captureStream = function captureStream() {
      const stream = capture.call(this);
      tracks.push(...stream.getVideoTracks());
      return stream;
    };
    Object.assign(window, { loseCamera: () => tracks.at(-1)?.stop() });
  });
}

/** How long each word stood that came and went while it was watched. */
function stands(changes: readonly Change[]): { word: string; next: string; lengthMs: number }[] {
  const words = changes.filter((change, i) => change.word !== changes[i - 1]?.word);
  return words
    .slice(1, -1)
    .map(({ word, atMs }, i) => ({ word, next: words[i + 2]!.word, lengthMs: words[i + 2]!.atMs - atMs }));
}

test('the word stands still, says how often it is right, and a camera that was gone comes back by itself', {
  tag: '@alone',
}, async ({ openSite }) => {
  const { page } = await openSite({ viewport: { width: 1440, height: 900 } });
  await openDemo(page);
  await makeCameraLosable(page);
  await startDemoSession(page);
  await watchWords(page);

  await test.step('the figure beside an emotion is that of the child’s age', async () => {
    await expect(liveWord(page)).toHaveText(new RegExp(`^(${VALIDATED.join('|')})$`), { timeout: 30_000 });
    await expect(page.getByTestId('live-recall')).toContainText(/Right in \d+ of \d+ rendered faces of age \d/);
    await expect(page.getByTestId('live-distress')).toHaveText(/^Distress( likely| not seen|: not sure)$/);
    await expect(page.getByTestId('live-distress-rates')).toContainText(
      /False alarm at rest \d+ of \d+, found \d+ of \d+ rendered faces of age \d/,
    );
    await expect(page.getByTestId('live-valence')).toContainText(/^Valence .* to /);
  });

  await test.step('it is read from three metres, and all is on one screen', async () => {
    const fontPx = await liveWord(page).evaluate((word) => Number.parseFloat(getComputedStyle(word).fontSize));
    expect(fontPx).toBeGreaterThanOrEqual(80);
    for (const [width, height] of [
      [1024, 768],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      const beyondPx = () =>
        page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
      await expect.poll(beyondPx).toBeLessThanOrEqual(0);
    }
  });

  await test.step('for half a minute no emotion gives way to another within a second', async () => {
    await untilElapsed(page, 30);
    const changes = await seenWords(page);
    const all = stands(changes);
    expect(all.length).toBeGreaterThan(1);
    const emotions = [...VALIDATED, 'Not sure'];
    // The window is told ten times a second.
    const short = all.filter(
      ({ word, next, lengthMs }) => emotions.includes(word) && emotions.includes(next) && lengthMs < 850,
    );
    expect(short).toEqual([]);
    expect(changes.filter(({ word }) => UNVALIDATED.includes(word))).toEqual([]);
    for (const { word, under } of changes) {
      const atMost = under.match(/^(\d+)% at most/)?.[1];
      // The shipped model's threshold is 0.769.
      if (word === 'Not sure' && atMost) expect(Number(atMost)).toBeLessThan(77);
    }
    await expect(page.locator('li[data-hatched=true]')).toHaveText([/Disgust/, /Fear/]);
  });

  await test.step('the session goes on by itself after the camera is lost', async () => {
    await page.evaluate(() => (window as unknown as { loseCamera: () => void }).loseCamera());
    await expect(liveWord(page)).toHaveText('Camera lost');
    await expect(page.getByText(/The camera was away for/)).toBeVisible();
    await expect(liveWord(page)).not.toHaveText('Camera lost');
  });
});
