import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { GAP_REASONS } from '../../emotion/gap.ts';
import { type ReportMaterial, writeReport } from '../report.node.ts';
import { documentOf, samplesOf, sourceOf, timelineOf } from '../testing/document-of.ts';
import { pagesOf, piecesOf, wordsOf } from '../testing/pdf-text.ts';
import { longDocument, NAMES } from '../testing/rich-document.ts';
import { PAGE } from './sheet.node.ts';

const MATERIAL: ReportMaterial = { samples: () => samplesOf(), key: null };

/** Height of the rule above the footer, from the lower edge of the page. */
const FOOTER_TOP_PT = PAGE.heightPt - PAGE.bottomPt - 8;

test('the first page says in a minute what there is to say, the second how it came about', async () => {
  const pages = await pagesOf(documentOf({ signingKey: null }));
  expect(pages).toHaveLength(2);
  for (const words of [
    'Decision support for trained staff, not a diagnosis.',
    'KID-7',
    '6 years',
    'Ward Seven',
    'base-a, version 1.2.0',
    'could be read for 83% of the session (0:50 of 1:00)',
    'Coverage: 83% of the session could be read',
    'not sure, 0:20 (40% of what could be read)',
    'no reading, 0:10 of 1:00',
    'Happiness † 60%',
    'Turned away',
    '5 Mar 2026, 12:00 (Europe/Amsterdam)',
    'below the dashed line (0.45) none is named',
    '0:00 12:00:00',
    '1 0:05 to 0:20 12:00:05 Play',
    '2 0:45 12:00:45 Needle left arm Bo',
    '3 0:46 12:00:46 FLACC 5 of 10 face 1, legs 0, activity 1, cry 2, consolability 1 Cato',
    'Said by Cato',
    'Calm at first.',
  ]) {
    expect(pages[0]).toContain(words);
  }
  for (const words of [
    'Decision support for trained staff, not a diagnosis.',
    'Not validated on real children: tested on rendered faces only.',
    'Children aged 6-8: 196 pictures of 14 subjects (rendered faces)',
    'Right when it named one 0.94 [0.89, 0.98]',
    'All ages: 812 pictures of 41 subjects (rendered faces)',
    'Balanced accuracy 0.71 [0.66, 0.75]',
    'Negative against neutral, AUC not measurable',
    'for 40% of the time that could be read. On its test pictures that was 17%',
    'Happiness 0.70',
    'Turned away 1 10.0 s',
    '0:45 0:50 Crying Not sure (100%) tears Cato 5 Mar 2026',
    'Intended purpose: to support trained staff',
    'Exported by Ann on 6 Mar 2026, 10:30 (Europe/Amsterdam).',
    '7b1d2c1e-4c07-4c0e-9d0c-6b7c2f7d9a10',
    'This file is not signed.',
    'Page 2 of 2',
  ]) {
    expect(pages[1]).toContain(words);
  }
});

test('a Dutch reader gets it in Dutch', async () => {
  const [first, second] = await pagesOf(documentOf({ language: 'nl' }));
  for (const words of [
    'Hulp bij beslissingen',
    'Blijdschap † 60%',
    'Weggedraaid',
    'Dekking: 83%',
    '0:05 tot 0:20 12:00:05 Spel',
  ]) {
    expect(first).toContain(words);
  }
  for (const words of ['gerenderde gezichten', '0,94 [0,89; 0,98]', 'Beoogd gebruik', 'Pagina 2 van 2']) {
    expect(second).toContain(words);
  }
});

test('recording, baseline and two raters are told with their figures', async () => {
  const source = sourceOf();
  const [first, second = ''] = await pagesOf(
    documentOf({
      session: { ...source.session, source: 'recording', recordingName: 'bed-3.mp4', liveSessionId: 'live' },
      parity: { liveSessionId: 'live', seconds: 55, same: 53, share: 53 / 55, low: 0.877, high: 0.99, offsetMs: 100 },
      baseline: {
        version: 2,
        modelId: 'base-a',
        modelVersion: '1.1.0',
        fromMs: 0,
        toMs: 30_000,
        sampleCount: 450,
        probabilities: [0, 0, 0, 0, 0.2, 0, 0.8],
        note: '',
        recordedAtIso: null,
        recordedBy: 'Bo',
      },
      agreement: [
        {
          raterA: 'Bo',
          raterB: 'Cato',
          sharedMs: 90_000,
          observedAgreement: 0.8,
          intervals: 12,
          pairs: [],
          cohenKappa: 0.61,
          timeWeightedKappa: null,
        },
      ],
    }),
  );
  expect(first).toContain('From recording: bed-3.mp4');
  expect(first).toContain('File read on 5 Mar 2026');
  expect(first).toContain('a video file, read afterwards');
  expect(first).not.toContain('ended by staff');
  expect(first, 'a film has no time of day').not.toContain('12:00:05');
  expect(second).toContain(
    'In 53 of 55 seconds that both could read, the live session gave the same reading: 96% (95% interval 88% to 99%)',
  );
  expect(second).toContain(
    'Version 2, recorded by Bo (withheld): the mean of 450 readings with base-a, version 1.1.0.',
  );
  expect(second).toContain('Mean at rest: neutral 80%, sadness 20%. The session was read by another model');
  expect(second).toContain(
    'Bo and Cato agree in 80% of the 1:30 that both judged; Cohen’s kappa 0.61 over 12 intervals, weighted by time undefined.',
  );
});

test('a last page is not there for one line: the pages are set closer where that saves it', async () => {
  const rows = Array.from({ length: 6000 }, (_, index) => ({
    atMs: index * 62.5,
    emotion: Math.floor(index / 40) % 7,
  }));
  const session = { ...sourceOf().session, source: 'recording' as const, recordingName: 'film.mp4' };
  const parity = { liveSessionId: 'live', seconds: 350, same: 300, share: 0.86, low: 0.8, high: 0.9, offsetMs: 0 };
  const reasons = ['turned-away', 'too-dark', 'too-far'] as const;
  const gaps = reasons.map((reason, index) => ({
    fromMs: 375_000 + index * 5000,
    toMs: 380_000 + index * 5000,
    reason,
  }));
  const change = { ...timelineOf(samplesOf(rows), gaps, 390_000), session, parity };
  expect(await pagesOf(documentOf(change))).toHaveLength(2);
  expect(await pagesOf(documentOf({ ...change, language: 'nl' }))).toHaveLength(2);
});

test('figures on real children stand before those on rendered ones', async () => {
  const { model } = sourceOf();
  const ofNoAge = { ...model.tests[0]!.evaluation, images: 409, byAgeBand: [] };
  const tests = [...model.tests, { shows: 'photographs', realChildren: true, evaluation: ofNoAge }];
  const [first = '', second = ''] = await pagesOf(documentOf({ model: { ...model, tests } }));
  const told =
    'On 409 pictures of real children of whatever age (photographs) it was right in 80% of the cases in which it named an emotion (95% interval 75% to 84%).';
  expect(first).toContain(told);
  expect(first.indexOf(told)).toBeLessThan(first.indexOf('On test pictures of children of this age'));
  expect(second.indexOf('All ages: 409 pictures')).toBeGreaterThan(0);
  expect(second.indexOf('All ages: 409 pictures')).toBeLessThan(second.indexOf('Children aged 6-8: 196 pictures'));
});

test('a model that was never tested, an empty session and a recovered one are said to be so', async () => {
  const { model, session } = sourceOf();
  const [first, second] = await pagesOf(
    documentOf({
      ...timelineOf(samplesOf([]), [], 0),
      model: { ...model, test: null, tests: [] },
      session: { ...session, state: 'recovered', durationMs: 0, notes: '' },
      markers: [],
      observations: [],
      annotations: [],
    }),
  );
  expect(first).toContain('Coverage: 0% of the session could be read');
  expect(first).toContain('The session has no length');
  expect(first).toContain('recovered: the program ended during the session');
  expect(second).toContain('The model was never tested: its readings cannot be weighed.');
});

test('much of everything takes more pages, and nothing is cut or drawn over the footer', async () => {
  const { session, model } = sourceOf();
  const rows = Array.from({ length: 960 }, (_, index) => ({ atMs: index * 62.5, emotion: Math.floor(index / 20) % 7 }));
  const gaps = GAP_REASONS.map((reason, index) => ({
    fromMs: 60_000 + index * 800,
    toMs: 60_800 + index * 800,
    reason,
  }));
  const pieces = await piecesOf(
    documentOf({
      ...timelineOf(samplesOf(rows), gaps, 70_900),
      markers: Array.from({ length: 60 }, (_, index) => ({
        atMs: index * 1000,
        toMs: index % 2 ? null : index * 1000 + 500,
        kind: 'note' as const,
        text: `remark no. ${index} begins ${'and more '.repeat(40)} ends ${index}`,
        by: 'Somebody whose name is very long indeed',
      })),
      observations: [
        { atMs: 0, observation: { kind: 'note', note: 'word '.repeat(400) }, by: 'Bo', writtenAtIso: null },
      ],
      annotations: Array.from({ length: 40 }, (_, index) => ({
        fromMs: index * 1000,
        toMs: index * 1000 + 900,
        label: 'crying' as const,
        by: `rater ${index % 5}`,
        note: `${'W'.repeat(1990)} ${index}`,
        writtenAtIso: '2026-03-05T12:00:00.000Z',
        read: { emotion: 'happiness', share: 0.7, readMs: 900 },
      })),
      model: { ...model, id: 'm'.repeat(80) },
      session: {
        ...session,
        durationMs: 70_900,
        startedBy: 'Somebody '.repeat(7),
        state: 'recovered',
        notes: `${'WWWW was MMMM.\n'.repeat(600)}last line`,
      },
      siteName: 'A very long name of a ward '.repeat(4),
    }),
  );
  const all = pieces.map(wordsOf).join(' ');
  for (const index of [0, 30, 59]) {
    expect(all).toContain(`remark no. ${index} begins`);
    expect(all).toContain(`ends ${index}`);
  }
  expect(all.match(/word/g)?.length).toBeGreaterThanOrEqual(400);
  expect(all.match(/WWWW was MMMM/g)).toHaveLength(600);
  expect(all).toContain('last line');
  expect(all.match(/W/g)!.length).toBeGreaterThanOrEqual(40 * 1990);
  expect(pieces.map(wordsOf)[1]).toContain('There are 40; all of them stand further back, whole.');
  for (const [index, page] of pieces.entries()) {
    const lastFooter = page.findLastIndex(({ text }) => text.startsWith('Decision support for trained staff'));
    const content = page.slice(0, lastFooter).filter(({ text }) => text.trim() !== '');
    expect(Math.min(...content.map(({ yPt }) => yPt)), `page ${index + 1}`).toBeGreaterThan(FOOTER_TOP_PT);
  }
});

test('names are shown as they are written: Latin with any accent, Greek, Cyrillic, and what the wider font has', async () => {
  const pages = (await pagesOf(longDocument())).join(' ');
  for (const name of NAMES) expect(pages).toContain(name);
  expect(pages).toContain('☺ → ✓');
  expect(pages).not.toContain('[?]');
});

test('a character that the page cannot show is marked, never drawn as another', async () => {
  const { session } = sourceOf();
  const [first, second] = await pagesOf(
    documentOf({
      session: { ...session, startedBy: 'Łucja Žák – “été” 王', notes: 'e\u0301t\u0301 中\u0007 محمد\u200d' },
    }),
  );
  expect(first).toContain('Łucja Žák – “été” [?]');
  expect(first).toContain('ét\u0301 [?][?] [?][?][?][?]');
  expect(second).toContain('[?] stands for a character that this page cannot show');
});

test('long names of raters do not run into each other', async () => {
  const { annotations } = sourceOf();
  const [said] = annotations;
  const raters = ['Wilhelmina van den Broekhoven-Janssen', 'Wilhelmina van den Broekhoven-de Wit', 'Cato'];
  const [first = []] = await piecesOf(documentOf({ annotations: raters.map((by) => ({ ...said!, by })) }));
  const lines = first.filter(({ text }) => /Said by|Broek|den|Janssen|Wit$/.test(text)).map(({ yPt }) => yPt);
  const begins = first.filter(({ text }) => text.startsWith('Said by')).map(({ yPt }) => yPt);
  expect(begins).toHaveLength(3);
  // Each line of each name at its own height, a line's height apart.
  const heights = lines.toSorted((a, b) => b - a);
  for (const [index, yPt] of heights.slice(1).entries()) expect(heights[index]! - yPt).toBeGreaterThan(7);
});

test('what began and ended within a second stands under one time', async () => {
  const marker = { kind: 'play', text: '', by: 'Bo' } as const;
  const [first] = await pagesOf(
    documentOf({
      markers: [
        { ...marker, atMs: 5200, toMs: 5800 },
        { ...marker, atMs: 7000, toMs: 9000 },
      ],
    }),
  );
  expect(first).toContain('1 0:05 12:00:05 Play');
  expect(first).toContain('2 0:07 to 0:09 12:00:07 Play');
});

test('the data that the PDF carries are what its pages were drawn from', async () => {
  const document = documentOf();
  const { bytes } = await writeReport(document, MATERIAL, 'pdf');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const attachments = await (await task.promise).getAttachments();
  await task.destroy();
  const attached = JSON.parse(new TextDecoder().decode(attachments['report.json'].content));
  expect(attached).toMatchObject({ format: 'faceward-report/2', summary: document.summary, gaps: document.gaps });
  expect(attached.seconds.emotion).toEqual(Array.from(document.seconds.emotion));
});
