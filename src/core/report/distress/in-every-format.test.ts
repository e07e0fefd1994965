// Longer than 300 lines: one test a format, each with the few lines of its receiver’s own tool.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Observation } from '@solarahealth/fhir-r4';
import { parse } from 'csv-parse/sync';
import { afterEach, expect, test } from 'vitest';
import { reportToBoris } from '../boris/boris.ts';
import { reportToTabularEvents } from '../boris/tabular-events.node.ts';
import { reportToCsv } from '../csv.node.ts';
import { reportToElan } from '../elan/elan.ts';
import { reportToFhir } from '../fhir/fhir.ts';
import { jsonPieces } from '../json/json-pieces.node.ts';
import { reportToMne } from '../mne/mne.node.ts';
import { reportToParquet } from '../parquet/parquet.ts';
import { wholeOf } from '../pieces/pieces.ts';
import { reportToRedcap } from '../redcap/redcap.node.ts';
import { distressDocument, distressSamples, LIMITS } from '../testing/distress-document.ts';
import { bidsFilesOf, joined } from '../testing/joined.ts';
import { INSTALL_MS, pythonTool } from '../testing/python-tool.ts';
import { READ_XDF } from '../testing/read-xdf.ts';
import { reportToXdf } from '../xdf/xdf.ts';
import { reportToXlsx } from '../xlsx/xlsx.node.ts';
import { heldStretches } from './sample-states.ts';

/**
 * What was said of distress, and the movements, as each receiver's own tool reads them by its defaults: the stretches come
 * back with their times, and nothing stands in the ten seconds without a reading.
 */

const DOCUMENT = distressDocument();
const SAMPLES = distressSamples();

/** [state, from, to] in seconds. */
type Span = readonly [string, number, number];

const SPANS: readonly Span[] = heldStretches(DOCUMENT).map(({ state, fromMs, toMs }) => [
  state,
  fromMs / 1000,
  toMs / 1000,
]);

/** That the two are the same to a millisecond. */
function expectSpans(found: readonly Span[]): void {
  expect(found.map(([state]) => state)).toEqual(SPANS.map(([state]) => state));
  for (const [index, [, from, to]] of found.entries()) {
    expect(from).toBeCloseTo(SPANS[index]![1], 3);
    expect(to).toBeCloseTo(SPANS[index]![2], 3);
  }
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('the session has all three states, and none over the time without a reading', () => {
  expect(new Set(SPANS.map(([state]) => state))).toEqual(new Set(['likely', 'not-seen', 'not-sure']));
  const [likely, ...more] = SPANS.filter(([state]) => state === 'likely');
  expect(more).toEqual([]);
  expect(likely![1]).toBeGreaterThan(10);
  expect(likely![2]).toBe(30);
  expect(SPANS.some(([, from, to]) => from < 40 && to > 30)).toBe(false);
});

test('CSV: a row a stretch, and what was said at every sample', async () => {
  const rows: Record<string, string>[] = parse(Buffer.from(joined(reportToCsv(DOCUMENT, SAMPLES))), {
    columns: true,
    bom: true,
  });
  const said = rows.filter(({ row }) => row === 'distress');
  expectSpans(said.map((each) => [each.reason_or_kind!, Number(each.at_ms) / 1000, Number(each.to_ms) / 1000]));
  expect(Number(said.find(({ reason_or_kind }) => reason_or_kind === 'likely')!.mean_distress)).toBeCloseTo(0.85, 5);
  const at = (ms: string) => rows.find(({ row, at_ms }) => row === 'sample' && at_ms === ms)!;
  expect(at('25000')).toMatchObject({ distress: '0.85', distress_state: 'likely', pitch_deg: '4.25' });
  expect(at('8000')).toMatchObject({ distress: '0.08', distress_state: 'not-seen' });
  expect(at('59500')).toMatchObject({ pitch_deg: '', yaw_deg: '-3.5' });
});

const READ_TABLES = `
import io, json, sys, openpyxl
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}))
`;

test('Excel: openpyxl finds the times and limits, the state of each second, and a row a stretch', async ({ skip }) => {
  const python = pythonTool(['openpyxl==3.1.5']);
  if ('missing' in python) return skip(python.missing);
  const book: Record<string, unknown[][]> = JSON.parse(
    python.run(READ_TABLES, [], await wholeOf(reportToXlsx(DOCUMENT, SAMPLES))).toString('utf8'),
  );
  const facts = Object.fromEntries(book.Session!.map(([name, value]) => [name, value]));
  expect(facts).toMatchObject({ distress_at_least: LIMITS.atLeast, distress_below: LIMITS.below });
  expect(facts.distress_likely_s).toBeCloseTo(DOCUMENT.summary.distress!.likelyMs / 1000, 3);
  expect(facts.distress).toContain('n = 112');
  const rowsOf = (sheet: unknown[][]) => {
    const [header, ...rows] = sheet;
    return rows.map((row) => Object.fromEntries(header!.map((name, index) => [name, row[index]])));
  };
  const seconds = rowsOf(book['Readings by second']!);
  expect(seconds.find(({ at_s }) => at_s === 25)).toMatchObject({ distress_state: 'likely', distress: 0.85 });
  expect(seconds.some(({ at_s }) => at_s >= 30 && at_s < 40)).toBe(false);
  const said = rowsOf(book.Entries!).filter(({ row }) => row === 'distress');
  expectSpans(said.map(({ reason_or_kind, at_ms, to_ms }) => [reason_or_kind, at_ms / 1000, to_ms / 1000]));
});

const READ_PARQUET = `
import io, json, sys, pyarrow.parquet
table = pyarrow.parquet.read_table(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({'columns': table.to_pydict(), 'about': {k.decode(): v.decode() for k, v in table.schema.metadata.items()}}))
`;

test(
  'Parquet: pyarrow finds the state of every sample and what it means',
  ({ skip }) => {
    const python = pythonTool(['pyarrow==26.0.1'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    const { columns, about } = JSON.parse(
      python.run(READ_PARQUET, [], joined(reportToParquet(DOCUMENT, SAMPLES))).toString('utf8'),
    );
    const runs: [string, number, number][] = [];
    for (const [row, state] of (columns.distress_state as string[]).entries()) {
      const atS = columns.at_ms[row] / 1000;
      const last = runs.at(-1);
      if (last?.[0] === state && atS - last[2] < 0.01) last[2] = atS + 0.1;
      else runs.push([state, atS, atS + 0.1]);
    }
    expectSpans(runs);
    expect(about.distress).toContain('not a diagnosis');
    const none = distressDocument({ distress: null });
    const read = JSON.parse(python.run(READ_PARQUET, [], joined(reportToParquet(none, SAMPLES))).toString('utf8'));
    expect(new Set(read.columns.distress_state)).toEqual(new Set([null]));
  },
  INSTALL_MS,
);

const READ_ELAN = `
import json, sys, tempfile
from pympi import Eaf
with tempfile.NamedTemporaryFile(suffix='.eaf') as file:
    file.write(sys.stdin.buffer.read()); file.flush()
    eaf = Eaf(file.name)
print(json.dumps({'distress': sorted(eaf.get_annotation_data_for_tier('Distress')), 'about': dict(eaf.properties)}))
`;

test('ELAN: pympi finds a tier of its own, and the figures', ({ skip }) => {
  const python = pythonTool(['pympi-ling==1.71']);
  if ('missing' in python) return skip(python.missing);
  const { distress, about } = JSON.parse(
    python.run(READ_ELAN, [], Buffer.from(reportToElan(DOCUMENT))).toString('utf8'),
  );
  const words: Record<string, string> = {
    'Distress likely': 'likely',
    'Distress not seen': 'not-seen',
    'Distress: not sure': 'not-sure',
  };
  expectSpans(distress.map(([from, to, word]: [number, number, string]) => [words[word]!, from / 1000, to / 1000]));
  expect(about['faceward:distress']).toContain('n = 84');
});

const READ_MNE = `
import json, sys, tempfile, mne
mne.set_log_level('ERROR')
with tempfile.NamedTemporaryFile(suffix='-annot.csv') as file:
    file.write(sys.stdin.buffer.read()); file.flush()
    found = mne.read_annotations(file.name)
print(json.dumps([[d.split('/')[1], o, o + l] for o, l, d in zip(found.onset, found.duration, found.description) if d.startswith('distress/')]))
`;

test(
  'MNE: its own reader finds every stretch as an annotation',
  ({ skip }) => {
    const python = pythonTool(['mne==1.13.2', 'pandas==3.1.1'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    expectSpans(JSON.parse(python.run(READ_MNE, [], Buffer.from(reportToMne(DOCUMENT))).toString('utf8')));
  },
  INSTALL_MS,
);

test('BORIS: a behaviour a state, described, with its beginning and end', () => {
  const { behaviors_conf } = JSON.parse(reportToBoris(DOCUMENT));
  const likely = Object.values(
    behaviors_conf as Record<string, { code: string; description: string; type: string }>,
  ).find(({ code }) => code === 'distress likely');
  expect(likely).toMatchObject({ type: 'State event', description: expect.stringContaining('not a diagnosis') });
  const rows: Record<string, string>[] = parse(reportToTabularEvents(DOCUMENT), { columns: true });
  const said = rows.filter((row) => row['Behavioral category'] === 'distress');
  const open = new Map<string, number>();
  const spans: Span[] = [];
  for (const row of said) {
    const state = row.Behavior!.replace('distress ', '');
    if (row['Behavior type'] === 'START') open.set(state, Number(row.Time));
    else spans.push([state, open.get(state)!, Number(row.Time)]);
  }
  expectSpans(spans.sort((a, b) => a[1] - b[1]));
});

test(
  'XDF: pyxdf finds the stretches as a stream of their own, and the movements with units',
  ({ skip }) => {
    const python = pythonTool(['pyxdf==1.17.5'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    const read = JSON.parse(python.run(READ_XDF, [], joined(reportToXdf(DOCUMENT, SAMPLES))).toString('utf8'));
    const originS = Date.parse(DOCUMENT.session.startedAtIso!) / 1000;
    const { times, values, about } = read['Faceward distress'];
    const open = new Map<string, number>();
    const spans: Span[] = [];
    for (const [index, [line]] of (values as [string][]).entries()) {
      const [, state, end] = line.split('/');
      const atS = times[index] - originS;
      if (end) spans.push([state!, open.get(state!)!, atS]);
      else open.set(state!, atS);
    }
    expectSpans(spans);
    expect(about).toContain('n = 112');
    const { channels, values: rows } = read['Faceward movements'];
    expect(channels.slice(0, 3)).toEqual([
      ['yaw_deg', 'degrees'],
      ['pitch_deg', 'degrees'],
      ['roll_deg', 'degrees'],
    ]);
    expect(rows[0].map((value: number) => Math.round(value * 100) / 100)).toEqual([-3.5, 4.25, -1.5, 0.15, 0.05, 0.35]);
    expect(rows.at(-1).slice(1)).toEqual(Array(5).fill(null));
    expect(read['Faceward markers'].values.flat().join()).not.toContain('distress');
  },
  INSTALL_MS,
);

/** pybids' own reading of a recording and of events, by its defaults. */
const READ_BIDS = `
import json, sys, warnings
warnings.simplefilter('ignore')
from bids import BIDSLayout
layout = BIDSLayout(sys.argv[1])
events = layout.get(suffix='events', extension='.tsv')[0].get_df()
# It adds the time of each row.
physio = layout.get(suffix='physio', extension='.tsv.gz')[0].get_df().drop(columns='onset')
said = events[events.trial_type == 'distress']
print(json.dumps({
    'spans': [[row.value, float(row.onset), float(row.onset + row.duration)] for row in said.itertuples()],
    'columns': list(physio.columns),
    'at': {str(at): [None if str(v) == 'nan' else v for v in physio.iloc[int(at * 10)].tolist()] for at in (8, 25, 35, 59.5)},
}))
`;

test(
  'BIDS: pybids finds the stretches among the events, states and movements in the recording, and n/a in the gap',
  ({ skip }) => {
    const python = pythonTool(['pybids==0.22.0'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    const folder = mkdtempSync(join(tmpdir(), 'faceward-bids-'));
    folders.push(folder);
    for (const [path, bytes] of Object.entries(bidsFilesOf(DOCUMENT, SAMPLES))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const { spans, columns, at } = JSON.parse(python.run(READ_BIDS, [folder]).toString('utf8'));
    expectSpans(spans);
    const cell = (second: string, column: string) => at[second][columns.indexOf(column)];
    expect([cell('8', 'distress_state'), cell('25', 'distress_state')]).toEqual([0, 1]);
    expect([cell('25', 'distress'), cell('25', 'pitch_deg'), cell('25', 'yaw_deg')]).toEqual([0.85, 4.25, -3.5]);
    expect(new Set(at['35'])).toEqual(new Set([null]));
    expect([cell('59.5', 'pitch_deg'), cell('59.5', 'yaw_deg')]).toEqual([null, -3.5]);
  },
  INSTALL_MS,
);

test('FHIR: each likely stretch with its period, times and figures of all three, and the movements with E in the gap', () => {
  const { entry } = JSON.parse(reportToFhir(DOCUMENT, 'collection', SAMPLES));
  const observations: Observation[] = entry.flatMap(({ resource }: { resource: Observation }) =>
    resource.resourceType === 'Observation' ? [resource] : [],
  );
  const coded = (code: string) => observations.filter((each) => each.code.coding?.[0]?.code === code);
  const startMs = Date.parse(DOCUMENT.session.startedAtIso!);
  const secondOf = (iso: string | undefined) => (Date.parse(iso!) - startMs) / 1000;
  const found = coded('stretch').map(
    ({ effectivePeriod, valueCodeableConcept }): Span => [
      valueCodeableConcept!.coding![0]!.code!,
      secondOf(effectivePeriod!.start),
      secondOf(effectivePeriod!.end),
    ],
  );
  expect(found).toEqual(SPANS.filter(([state]) => state === 'likely'));
  const [course] = coded('course');
  const { likelyMs, notSeenMs, notSureMs } = DOCUMENT.summary.distress!;
  expect(course!.component!.map(({ valueQuantity }) => [valueQuantity!.value, valueQuantity!.code])).toEqual([
    [Math.round(likelyMs), 'ms'],
    [Math.round(notSeenMs), 'ms'],
    [Math.round(notSureMs), 'ms'],
    [LIMITS.atLeast, '1'],
    [LIMITS.below, '1'],
  ]);
  expect(JSON.stringify(course!.note)).toContain('n = 112');
  const moved = observations.find((each) => each.component?.some(({ code }) => code.coding?.[0]?.code === 'pitch'))!;
  expect(moved.component!.map(({ valueSampledData }) => valueSampledData!.origin.code)).toEqual([
    ...['deg', 'deg', 'deg', '1', '1', '1'],
  ]);
  const pitch = moved.component![1]!.valueSampledData!.data!.split(' ');
  expect([pitch[29], pitch[30], pitch[39], pitch[40], pitch[59]]).toEqual(['4.25', 'E', 'E', '4.25', 'E']);
  const silent = JSON.stringify(
    JSON.parse(reportToFhir(distressDocument({ distress: null, summary: { ...DOCUMENT.summary, distress: null } }))),
  );
  expect(silent).not.toContain('"stretch"');
  expect(silent).not.toContain('"course"');
});

test('REDCap: times, stretches, limits and means, each in a field that the dictionary describes', () => {
  const files = reportToRedcap(DOCUMENT, SAMPLES);
  const [record] = parse(Buffer.from(files['records.csv']!), { columns: true }) as Record<string, string>[];
  const [[, from, to]] = SPANS.filter(([state]) => state === 'likely') as [Span];
  expect(record).toMatchObject({
    distress_likely_s: String(Number((to - from).toFixed(3))),
    distress_stretches: '1',
    distress_longest_s: String(Number((to - from).toFixed(3))),
    distress_at_least: '0.5',
    distress_below: '0.2',
    movements_readings: '490',
    mean_yaw_deg: '-3.5',
    mean_pitch_deg: '4.25',
    mean_mouth_opening: '0.05',
  });
  expect(record!.distress_statement).toContain('n = 112');
  const dictionary = new TextDecoder().decode(files['data-dictionary.csv']);
  for (const name of Object.keys(record!)) expect(dictionary).toMatch(new RegExp(`^${name},`, 'm'));
});

test('JSON: stretches, summary and movements as numbers', () => {
  const { distress, summary, samples } = JSON.parse(
    new TextDecoder().decode(joined(jsonPieces(DOCUMENT, SAMPLES, null))),
  );
  expectSpans(
    heldStretches({ distress }).map(({ state, fromMs, toMs }) => [state, fromMs / 1000, toMs / 1000] as const),
  );
  expect(summary.distress).toMatchObject(LIMITS);
  expect(samples.movements.slice(0, 2)).toEqual([4.25, -1.5]);
  expect(samples.movements.at(-1)).toBeNull();
});
