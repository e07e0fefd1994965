import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readWithPython } from '../tables/testing/python-csv.ts';
import { reportToCsv } from './csv.node.ts';
import type { ReportDocument } from './report-document.ts';
import { documentOf, samplesOf } from './testing/document-of.ts';
import { joined } from './testing/joined.ts';

async function rowsOf(document: ReportDocument): Promise<Record<string, string>[]> {
  return parse(Buffer.from(joined(reportToCsv(document, samplesOf()))), { columns: true, bom: true });
}

test('the CSV has one row a sample, and all else as rows of their own, in the order of time', async () => {
  const document = documentOf();
  const rows = await rowsOf(document);
  const samples = rows.filter(({ row }) => row === 'sample');
  expect(samples).toHaveLength(samplesOf().count);
  expect(samples[1]).toEqual({
    row: 'sample',
    child_code: 'KID-7',
    session: '0b9c2b07-bf34-4e6f-816b-ede4b6b6146f',
    model: 'base-a 1.2.0',
    at_ms: '62.5',
    to_ms: '',
    emotion: 'happiness',
    p_anger: '0.05',
    p_disgust: '0.05',
    p_fear: '0.05',
    p_happiness: '0.7',
    p_sadness: '0.05',
    p_surprise: '0.05',
    p_neutral: '0.05',
    valence: '0.5',
    distress: '0.2',
    distress_state: '',
    box_x_px: '100.5',
    box_y_px: '80',
    box_width_px: '120',
    box_height_px: '130',
    brightness: '0.5',
    sharpness: '210',
    eye_distance_px: '44',
    yaw_deg: '-3.5',
    pitch_deg: '4.25',
    roll_deg: '-1.5',
    eye_opening: '0.15',
    mouth_opening: '0.05',
    brow_height: '0.35',
    reason_or_kind: '',
    mean_distress: '',
    score: '',
    flacc_face: '',
    flacc_legs: '',
    flacc_activity: '',
    flacc_cry: '',
    flacc_consolability: '',
    text: '',
    by: '',
  });
  expect(samples.at(-1)?.emotion).toBe('not-sure');
  expect(rows.filter(({ row }) => row !== 'sample')).toMatchObject([
    { row: 'session', at_ms: '0', to_ms: '60000', text: 'Calm at first.', by: 'Bo' },
    { row: 'marker', at_ms: '5000', to_ms: '20000', reason_or_kind: 'play', by: 'Bo' },
    { row: 'gap', at_ms: '30000', to_ms: '40000', reason_or_kind: 'turned-away', emotion: '' },
    { row: 'marker', at_ms: '45000', to_ms: '', reason_or_kind: 'needle', text: 'left arm', by: 'Bo' },
    { row: 'annotation', at_ms: '45000', to_ms: '50000', reason_or_kind: 'crying', text: 'tears', by: 'Cato' },
    {
      row: 'observation',
      at_ms: '46000',
      reason_or_kind: 'flacc',
      score: '5',
      flacc_face: '1',
      flacc_cry: '2',
      by: 'Cato',
    },
  ]);
  const times = rows.map(({ at_ms }) => Number(at_ms));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

test('text in the CSV is never run as a formula, and a minus sign stays one', async () => {
  const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'a,"b"\r\nc'];
  const markers = texts.map((text, index) => ({ atMs: index, toMs: null, kind: 'note' as const, text, by: 'Bo' }));
  const rows = await rowsOf(documentOf({ markers }));
  const written = rows.filter(({ row }) => row === 'marker').map(({ text }) => text);
  expect(written).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", 'a,"b"\r\nc']);
});

test('a line break that somebody typed tears no row: each still begins with what it is, for other readers too', async () => {
  const texts = ['shouted\nthen slept', 'an old\rMac', 'two\r\nlines', 'a,b;c\td "e"', '\n=1'];
  const by = 'Anna\nBakker';
  const markers = texts.map((text, index) => ({ atMs: index, toMs: null, kind: 'note' as const, text, by }));
  const document = documentOf({ markers });
  const csv = new TextDecoder().decode(joined(reportToCsv(document, samplesOf())));
  const [header] = parse(csv) as string[][];
  const column = (name: string) => header!.indexOf(name);
  for (const [reader, rows] of Object.entries({ 'csv-parse': parse(csv) as string[][], ...readWithPython(csv) })) {
    expect(new Set(rows.slice(1).map((row) => row[column('child_code')])), reader).toEqual(new Set(['KID-7']));
    const read = rows.filter((row) => row[column('row')] === 'marker');
    expect(
      read.map((row) => [row[column('text')], row[column('by')]]),
      reader,
    ).toEqual(texts.map((text) => [text, by]));
  }
});

test('a double click in a Dutch Excel shows letters, columns and numbers as they are', async () => {
  const bytes = joined(reportToCsv(documentOf({ language: 'nl' }), samplesOf()));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows: Record<string, string>[] = parse(Buffer.from(bytes), { columns: true, bom: true, delimiter: ';' });
  expect(rows.find(({ row }) => row === 'sample')).toMatchObject({ at_ms: '0', p_happiness: '0,7', yaw_deg: '-3,5' });
  expect(rows.find(({ row }) => row === 'session')?.text).toBe('Calm at first.');
});

test('where no movement was measured its cells are empty', async () => {
  const samples = { ...samplesOf(), movements: new Float32Array(5 * samplesOf().count).fill(Number.NaN) };
  const bytes = joined(reportToCsv(documentOf(), samples));
  const rows: Record<string, string>[] = parse(Buffer.from(bytes), { columns: true, bom: true });
  expect(rows.find(({ row }) => row === 'sample')).toMatchObject({ yaw_deg: '-3.5', pitch_deg: '', brow_height: '' });
});
