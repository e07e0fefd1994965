import { cameraFile } from './support/camera-file.ts';
import { clipFigures, figuresText } from './support/clip-figures.ts';
import { ClipTruth } from './support/clip-truth.ts';
import {
  enrolByKeyboard,
  exportAs,
  exportedRows,
  readingOf,
  startSession,
  stopSession,
  untilElapsed,
} from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { pdfText } from './support/pdf-text.ts';
import { signInAtChild } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** One whole round of the clip, and the seconds it takes to say who the child is. */
const SESSION_SECONDS = 70;

test('a session on the clip as camera agrees with what the clip shows, and its report can be read', {
  tag: '@alone',
}, async ({ openSite, dataDir }) => {
  test.setTimeout(300_000);
  await makeWard(dataDir, { child: 'W3-0002' });
  const { page } = await openSite({ camera: cameraFile() });
  await signInAtChild(page, 'W3-0002');

  await test.step('watch one round of the clip, with markers by hotkey', async () => {
    await page.getByRole('link', { name: 'Start a session' }).click();
    await startSession(page, /fake|camera|mjpeg/i);
    await enrolByKeyboard(page);
    await page.locator('body').press('1');
    await untilElapsed(page, SESSION_SECONDS);
    await page.locator('body').press('3');
    await stopSession(page);
    await page.getByRole('link', { name: 'Review this session' }).click();
    await expect(page.getByRole('heading', { name: /Session of W3-0002/ })).toBeVisible();
  });

  const rows = await exportedRows(page);
  const readings = rows.filter(({ row }) => row === 'sample').map(readingOf);

  await test.step('the stored samples are the child’s, and of nobody else', () => {
    expect(readings.length).toBeGreaterThan(SESSION_SECONDS * 5);
    const truth = new ClipTruth();
    const offsetMs = truth.offsetOf(readings);
    const figures = clipFigures(truth, readings, offsetMs);
    test.info().annotations.push({ type: 'figure', description: figuresText(figures) });
    console.log(figuresText(figures));
    expect(truth.overlap(readings, offsetMs)).toBeGreaterThan(0.5);
    expect(figures.whileAbsent).toEqual([]);
    expect(figures.fromAdult).toEqual([]);
    expect(figures.rightSeconds / figures.plainSeconds).toBeGreaterThanOrEqual(0.8);
    expect(figures.rightSeconds).toBeGreaterThan(figures.neutralSeconds);
  });

  await test.step('absence is a gap with its reason, markers are kept', () => {
    expect(rows.filter(({ row }) => row === 'marker').map((row) => row.reason_or_kind)).toEqual(['needle', 'play']);
    expect(rows.filter(({ row }) => row === 'gap').length).toBeGreaterThan(0);
  });

  await test.step('the PDF names what a reader must know', async () => {
    const text = await pdfText(await exportAs(page, 'PDF'));
    for (const words of ['Child (pseudonym)', 'not a diagnosis', 'Needle']) expect(text).toContain(words);
    for (const words of ['W3-0002', 'St. Test, Ward 3']) expect(text).not.toContain(words);
    expect(text).toMatch(/\bbase, version/);
    expect(text).toMatch(/coverage/i);
  });
});
