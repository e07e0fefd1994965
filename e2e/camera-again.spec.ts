import { cameraFile } from './support/camera-file.ts';
import { enrolByKeyboard, startSession, stopSession } from './support/live-screen.ts';
import { addChild, recordConsent, setUpSite } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** A camera lends some ten frames; a window that keeps a few of them each time has none left after as many sessions. */
const SESSIONS = 5;

test('session after session the camera gives its picture at once, however soon Start is pressed', async ({
  openSite,
}) => {
  test.setTimeout(120_000);
  const { page } = await openSite({ camera: cameraFile() });
  const keptFrames: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('VideoFrame was garbage collected')) keptFrames.push(message.text());
  });
  await setUpSite(page);
  await addChild(page, 'W3-0003');
  await recordConsent(page);
  await page.getByRole('link', { name: 'Start a session' }).click();
  for (let session = 0; session < SESSIONS; session++) {
    await startSession(page, /fake|camera|mjpeg/i);
    await enrolByKeyboard(page);
    await stopSession(page);
    await page.getByRole('button', { name: 'New session' }).click();
  }
  // Nobody is left behind who waits for a camera that was stopped, and keeps its frames: the preview's worker is the only one.
  const watching = () => page.workers().filter((worker) => worker.url().includes('vision-worker')).length;
  await expect.poll(watching, { timeout: 10_000 }).toBe(1);
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('HeapProfiler.collectGarbage');
  expect(keptFrames).toEqual([]);
});
