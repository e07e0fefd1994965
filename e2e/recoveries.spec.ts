import type { Page } from '@playwright/test';
import { cameraFile } from './support/camera-file.ts';
import {
  EMOTION_WORD,
  elapsedSeconds,
  enrolByKeyboard,
  exportedRows,
  liveWord,
  startSession,
  stopSession,
  untilElapsed,
} from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** How long another tab stands in front. */
const HIDDEN_MS = 10_000;

/** What happens to the machine's camera, by the page's own word for it. */
type Mishap = 'unplug' | 'plugIn' | 'forbid' | 'allow';

/**
 * Puts the machine's camera into the spec's hands. What a test browser cannot do is stood in for: it has no plug to be
 * pulled, and it grants the camera whatever its permissions are. The pictures are still those of its camera.
 */
async function holdCamera(page: Page): Promise<void> {
  await page.evaluate(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    const tracks: MediaStreamTrack[] = [];
    const permission = Object.assign(new EventTarget(), { state: 'granted' });
    let refusal: string | null = null;
    devices.getUserMedia = async (wanted) => {
      if (refusal) throw new DOMException('refused by the spec', refusal);
      const stream = await open(wanted);
      tracks.push(...stream.getVideoTracks());
      return stream;
    };
    navigator.permissions.query = async () => permission as unknown as PermissionStatus;
    const takeAway = (name: string) => {
      refusal = name;
      for (const track of tracks.splice(0)) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    };
    const giveBack = () => {
      refusal = null;
    };
    Object.assign(window, {
      mishaps: {
        unplug() {
          takeAway('NotFoundError');
          devices.dispatchEvent(new Event('devicechange'));
        },
        plugIn() {
          giveBack();
          devices.dispatchEvent(new Event('devicechange'));
        },
        forbid() {
          permission.state = 'denied';
          takeAway('NotAllowedError');
          permission.dispatchEvent(new Event('change'));
        },
        allow() {
          permission.state = 'granted';
          giveBack();
          permission.dispatchEvent(new Event('change'));
        },
      },
    });
  });
}

const happen = (page: Page, mishap: Mishap) =>
  page.evaluate((name) => (window as unknown as { mishaps: Record<string, () => void> }).mishaps[name]!(), mishap);

/** Puts another tab in front. A browser without a window keeps the page as it is: then it is told that it is hidden. */
async function whileHidden(page: Page, lengthMs: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await page.context().newPage();
  await other.bringToFront();
  const isHidden = await page.evaluate(() => document.visibilityState === 'hidden');
  const description = isHidden ? 'the page was hidden' : 'the page was only told that it is hidden';
  test.info().annotations.push({ type: 'figure', description });
  if (!isHidden) await setVisibility(page, 'hidden');
  await untilElapsed(page, (await elapsedSeconds(page)) + lengthMs / 1000);
  if (!isHidden) await setVisibility(page, 'visible');
  await other.close();
  await page.bringToFront();
}

async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((to) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => to });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => to === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

const elapsedMs = async (page: Page) => 1000 * (await elapsedSeconds(page));

test('a session outlives a pulled plug, a withdrawn permission and a hidden tab, and says what happened', async ({
  openSite,
}) => {
  const { page } = await openSite({ camera: cameraFile() });
  await openDemo(page);
  await holdCamera(page);
  await startSession(page, /fake|camera|mjpeg/i);
  await enrolByKeyboard(page);
  let hiddenFromMs = 0;
  let hiddenToMs = 0;

  await test.step('the camera is unplugged and plugged in again', async () => {
    await happen(page, 'unplug');
    await expect(liveWord(page)).toHaveText('Camera lost');
    await expect(page.getByText(/No such camera was found: plug it in/)).toBeVisible();
    await happen(page, 'plugIn');
    await expect(page.getByText(/The camera was away for/)).toBeVisible();
    // A reading stands between the two losses, so that the store tells them as two.
    await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
  });

  await test.step('the permission is withdrawn and given again', async () => {
    await happen(page, 'forbid');
    await expect(page.getByText(/The camera may not be used: allow the camera/)).toBeVisible();
    await expect(liveWord(page)).toHaveText('Camera lost');
    await happen(page, 'allow');
    await expect(liveWord(page)).toHaveText(EMOTION_WORD, { timeout: 30_000 });
  });

  await test.step('another tab stands in front for ten seconds', async () => {
    hiddenFromMs = await elapsedMs(page);
    await whileHidden(page, HIDDEN_MS);
    hiddenToMs = await elapsedMs(page);
    await expect(liveWord(page)).toBeVisible();
  });

  await test.step('what is stored tells it', async () => {
    await stopSession(page);
    await page.getByRole('link', { name: 'Review this session' }).click();
    const rows = await exportedRows(page);
    const gaps = rows.filter(({ row }) => row === 'gap');
    expect(gaps.filter((gap) => gap.reason_or_kind === 'camera-lost').length).toBeGreaterThanOrEqual(2);
    const hidden = rows.filter(
      ({ row, at_ms: atMs }) => row === 'sample' && Number(atMs) > hiddenFromMs && Number(atMs) < hiddenToMs,
    );
    test.info().annotations.push({ type: 'figure', description: `${hidden.length} readings in 10 s while hidden` });
    const interruptedMs = gaps
      .filter((gap) => gap.reason_or_kind === 'interrupted' && Number(gap.at_ms) > hiddenFromMs)
      .reduce((sum, gap) => sum + Number(gap.to_ms) - Number(gap.at_ms), 0);
    // A machine that does much else at once may hold a look up; a tab that loses its camera is silent all the time.
    expect(interruptedMs).toBeLessThan(2500);
    // The clip's child is in view all this time, or looks away for a moment; a machine with much to do reads 5 a second.
    expect(hidden.length).toBeGreaterThan(50);
  });
});
