import { parse } from 'csv-parse/sync';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { GAP_REASONS } from '../emotion/sample.ts';
import { PAGE } from './pdf/sheet.node.ts';
import { REPORT_FORMATS, writeReport } from './report.node.ts';
import type { ReportDocument } from './report-document.ts';
import { documentOf } from './testing/document-of.ts';

/** Height of the rule above the footer, from the lower edge of the page. */
const FOOTER_TOP_PT = PAGE.heightPt - PAGE.bottomPt - 8;

interface Piece {
  readonly text: string;
  /** Height of its foot above the lower edge of the page, in points. */
  readonly yPt: number;
}

async function piecesOf(document: ReportDocument): Promise<Piece[][]> {
  const { bytes } = await writeReport(document, 'pdf');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: Piece[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.flatMap((item) => ('str' in item ? [{ text: item.str, yPt: item.transform[5] }] : [])));
  }
  await task.destroy();
  return pages;
}

async function pagesOf(document: ReportDocument): Promise<string[]> {
  return (await piecesOf(document)).map(wordsOf);
}

function wordsOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

async function rowsOf(document: ReportDocument): Promise<Record<string, string>[]> {
  const { bytes } = await writeReport(document, 'csv');
  return parse(Buffer.from(bytes), { columns: true });
}

test('the same document gives the same bytes, and another date gives others', async () => {
  for (const format of REPORT_FORMATS) {
    const first = await writeReport(documentOf(), format);
    const again = await writeReport(documentOf(), format);
    expect(Buffer.from(again.bytes).equals(first.bytes), format).toBe(true);
    expect(first.fileName).toBe(`faceward-KID-7-2026-03-05.${format}`);
  }
  const pdf = await writeReport(documentOf(), 'pdf');
  const later = await writeReport(documentOf({ exportedAtIso: '2026-03-07T09:30:00.000Z' }), 'pdf');
  expect(Buffer.from(later.bytes).equals(pdf.bytes)).toBe(false);
});

test('the PDF says what it must, on two pages', async () => {
  const pages = await pagesOf(documentOf());
  expect(pages).toHaveLength(2);
  for (const words of [
    'Decision support for trained staff, not a diagnosis.',
    'KID-7',
    '6 years',
    'Ward Seven',
    'base-a, version 1.2.0',
    'Not validated on real children: tested on rendered faces only.',
    'Coverage: 83 % of the session could be read',
    'not sure, 0:20 (40 % of what could be read)',
    'no reading, 0:10 of 1:00',
    '60 % 0:30',
    'turned away',
    '5 Mar 2026, 12:00 (Europe/Amsterdam)',
    'below the dashed line (0.45) none is named',
  ]) {
    expect(pages[0]).toContain(words);
  }
  for (const words of [
    'Decision support for trained staff, not a diagnosis.',
    'Happiness 0.70',
    'Turned away 1 10.0 s',
    '2 0:45 Needle left arm Bo',
    'Calm at first.',
    'Tested on rendered faces: 812 images of 41 subjects.',
    'Balanced accuracy 0.71 [0.66, 0.75]',
    'Negative against neutral, AUC not measurable',
    'Exported by Ann on 6 Mar 2026, 10:30 (Europe/Amsterdam).',
    'Page 2 of 2',
  ]) {
    expect(pages[1]).toContain(words);
  }
});

test('a model that was never tested, an empty session and a recovered one are said to be so', async () => {
  const base = documentOf();
  const [first, second] = await pagesOf(
    documentOf({
      model: { ...base.model, test: null },
      session: { ...base.session, state: 'recovered', durationMs: 0, notes: '' },
      samples: { ...base.samples, count: 0, atMs: new Float64Array(), emotion: new Int8Array() },
      recordedGaps: [],
      markers: [],
    }),
  );
  expect(first).toContain('Coverage: 0 % of the session could be read');
  expect(first).toContain('recovered: the program ended during the session');
  expect(second).toContain('It was never tested: its readings cannot be weighed.');
});

test('much of everything still makes two pages, and says what was left out', async () => {
  const { samples, session, model } = documentOf();
  const emotion = samples.emotion.map((_, index) => Math.floor(index / 20) % 7);
  const markers = Array.from({ length: 60 }, (_, index) => ({
    atMs: index * 1000,
    kind: 'note' as const,
    text: `a long remark about what happened then, number ${index}, ${'and more '.repeat(50)}`,
    by: 'Somebody whose name is very long indeed',
  }));
  const pieces = await piecesOf(
    documentOf({
      samples: { ...samples, emotion },
      markers,
      model: { ...model, id: 'm'.repeat(80) },
      session: {
        ...session,
        durationMs: 60_900,
        startedBy: 'Somebody '.repeat(7),
        state: 'recovered',
        notes: 'WWWW was MMMM.\n'.repeat(600),
      },
      recordedGaps: GAP_REASONS.map((reason, index) => ({
        fromMs: 30_000 + index * 800,
        toMs: 30_800 + index * 800,
        reason,
      })),
      siteName: 'A very long name of a ward '.repeat(4),
    }),
  );
  expect(pieces).toHaveLength(2);
  const pages = pieces.map(wordsOf);
  expect(pages[1]).toContain('Between readings (stutter)');
  expect(pages[1]).toMatch(/The 10 longest of \d+; all are in the JSON export\./);
  expect(pages[1]).toContain('The first 10 of 60; all are in the CSV and JSON exports.');
  expect(pages[1]).toContain('Shortened from 8999 characters; the JSON export holds all.');
  for (const page of pieces) {
    const lastFooter = page.findLastIndex(({ text }) => text.startsWith('Decision support for trained staff'));
    const content = page.slice(0, lastFooter).filter(({ text }) => text.trim() !== '');
    expect(Math.min(...content.map(({ yPt }) => yPt))).toBeGreaterThan(FOOTER_TOP_PT);
  }
});

test('a character that the page cannot show is marked, never drawn as another', async () => {
  const { session } = documentOf();
  const [first, second] = await pagesOf(
    documentOf({ session: { ...session, startedBy: 'Łucja Žák – “été”', notes: 'e\u0301t\u0301 中' } }),
  );
  expect(first).toContain('[?]ucja Žák – “été”');
  expect(second).toContain('ét[?] [?]');
  expect(second).toContain('[?] stands for a character that this page cannot show');
});

test('the CSV has one row a sample, and gaps and markers as rows of their own, in the order of time', async () => {
  const document = documentOf();
  const rows = await rowsOf(document);
  const samples = rows.filter(({ row }) => row === 'sample');
  expect(samples).toHaveLength(document.samples.count);
  expect(samples[1]).toEqual({
    row: 'sample',
    child_code: 'KID-7',
    model: 'base-a 1.2.0',
    at_ms: '62.5',
    to_ms: '',
    emotion: 'happiness',
    ...{ p_anger: '0.05', p_disgust: '0.05', p_fear: '0.05', p_happiness: '0.7' },
    ...{ p_sadness: '0.05', p_surprise: '0.05', p_neutral: '0.05' },
    ...{ box_x_px: '100.5', box_y_px: '80', box_width_px: '120', box_height_px: '130' },
    ...{ brightness: '0.5', sharpness: '210', eye_distance_px: '44', yaw_deg: '-3.5' },
    ...{ reason_or_kind: '', text: '' },
  });
  expect(samples.at(-1)?.emotion).toBe('not-sure');
  expect(rows.filter(({ row }) => row === 'gap')).toMatchObject([
    { at_ms: '30000', to_ms: '40000', reason_or_kind: 'turned-away', emotion: '' },
  ]);
  const times = rows.map(({ at_ms }) => Number(at_ms));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

test('text in the CSV is never run as a formula, and a minus sign stays one', async () => {
  const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'a,"b"\r\nc'];
  const markers = texts.map((text, index) => ({ atMs: index, kind: 'note' as const, text, by: 'Bo' }));
  const rows = await rowsOf(documentOf({ markers }));
  const written = rows.filter(({ row }) => row === 'marker').map(({ text }) => text);
  expect(written).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", 'a,"b"\r\nc']);
});

test('the JSON holds the whole document', async () => {
  const document = documentOf();
  const { bytes } = await writeReport(document, 'json');
  const read = JSON.parse(new TextDecoder().decode(bytes));
  expect(read).toMatchObject({
    format: 'faceward-report/1',
    statement: document.statement,
    childCode: 'KID-7',
    summary: document.summary,
    gaps: document.gaps,
    markers: document.markers,
    model: document.model,
  });
  expect(read.samples.atMs).toEqual(Array.from(document.samples.atMs));
  expect(read.samples.emotion).toEqual(Array.from(document.samples.emotion));
  expect(read.samples.probabilities.slice(0, 4)).toEqual([0.05, 0.05, 0.05, 0.7]);
});
