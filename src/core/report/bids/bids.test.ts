import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Gap } from '../../emotion/gap.ts';
import { distressDocument, distressSamples } from '../testing/distress-document.ts';
import { samplesOf, sourceOf, timelineOf } from '../testing/document-of.ts';
import { bidsFilesOf } from '../testing/joined.ts';
import { type PythonTool, pythonTool } from '../testing/python-tool.ts';
import { AWKWARD, richDocument, richSamples, SECRETS, withheldDocument } from '../testing/rich-document.ts';
import type { BidsFiles } from './merge-bids.ts';
import { mergeBids } from './merge-bids.ts';
import { RATE_HZ } from './physio.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The validator of the BIDS standard, by its schema. */
const python = pythonTool(['bids-validator-deno==3.0.2'], { isLarge: true });

interface Issue {
  readonly code: string;
  readonly subCode?: string;
  readonly severity: 'error' | 'warning';
  readonly location: string;
}

/** What the validator says of a dataset. */
function validate(files: BidsFiles, { runProgram }: PythonTool) {
  const folder = mkdtempSync(join(tmpdir(), 'faceward-bids-'));
  folders.push(folder);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const args = [folder, '--format', 'json', '--max-rows', '-1'];
  const { issues, summary } = JSON.parse(runProgram('bids-validator-deno', args).toString('utf8'));
  const said = (severity: Issue['severity']) =>
    (issues.issues as Issue[])
      .filter((each) => each.severity === severity)
      .map(({ code, subCode, location }) => `${code} ${subCode ?? ''} ${location}`);
  return { errors: said('error'), warnings: said('warning'), summary };
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function find(files: BidsFiles, ending: string): Uint8Array {
  const path = Object.keys(files).find((each) => each.endsWith(ending));
  return files[path ?? `no file ends in ${ending}`]!;
}

test('the validator of the standard finds nothing wrong, identified or not, with one session or with several', ({
  skip,
}) => {
  if ('missing' in python) return skip(python.missing);
  const one = bidsFilesOf(richDocument(), richSamples());
  const source = sourceOf();
  const second = bidsFilesOf(richDocument({ session: { ...source.session, id: 'b-2' } }), richSamples());
  const other = bidsFilesOf(withheldDocument({ language: 'nl' }), richSamples());
  const distress = bidsFilesOf(distressDocument(), distressSamples());
  for (const files of [one, other, distress, mergeBids([one, second, other])]) {
    const { errors, warnings, summary } = validate(files, python);
    expect(errors).toEqual([]);
    // What nobody at a ward knows, and what is withheld.
    const unknown = /HEDVersion|SourceDatasets|CogAtlasID|CogPOID|Institution|StimulusPresentation|AUTHORS|Authors/;
    expect(warnings.filter((warning) => !unknown.test(warning))).toEqual([]);
    expect(summary.subjects.length).toBeGreaterThan(0);
    expect(summary.tasks).toEqual(['session']);
  }
});

test('the validator is awake: it names events without an onset', ({ skip }) => {
  if ('missing' in python) return skip(python.missing);
  const files = { ...bidsFilesOf(richDocument(), richSamples()) };
  const events = Object.keys(files).find((path) => path.endsWith('_events.tsv'))!;
  files[events] = new TextEncoder().encode('when\tduration\n1\t2\n');
  expect(validate(files, python).errors.join()).toMatch(/onset|TSV_COLUMN/);
});

test('each row holds the reading that counts then; a gap, and what was never read, is n/a', () => {
  const document = richDocument();
  const samples = richSamples();
  const files = bidsFilesOf(document, samples);
  const rows = text(gunzipSync(find(files, '_physio.tsv.gz')))
    .trimEnd()
    .split('\n');
  expect(rows).toHaveLength(60 * RATE_HZ);
  const sidecar = JSON.parse(text(find(files, '_physio.json')));
  for (const [index, line] of rows.entries()) {
    const cells = line.split('\t');
    expect(cells).toHaveLength(sidecar.Columns.length);
    const atMs = (index * 1000) / RATE_HZ;
    if (atMs >= 30_250 && atMs < 40_000) expect(new Set(cells)).toEqual(new Set(['n/a']));
    if (atMs < 30_000) {
      expect(cells.at(-1)).toBe('3');
      expect(Number(cells[EMOTIONS.indexOf('happiness')])).toBeCloseTo(0.7, 6);
    }
    if (atMs >= 40_000) expect(cells.at(-1)).toBe('-1');
  }
  // The last reading before the gap was at 29,937.5 ms; it counts up to the gap and not into it.
  const missing = (row: number) =>
    sidecar.Columns.filter((_: string, index: number) => rows[row]!.split('\t')[index] === 'n/a');
  expect(missing(299), 'the model says nothing of distress').toEqual(['distress_state']);
  expect(missing(300)).toEqual(sidecar.Columns);
});

test('times are in seconds, events in order, and no text breaks a line', () => {
  const files = bidsFilesOf(richDocument(), richSamples());
  const [header, ...rows] = text(find(files, '_events.tsv'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const columns = header!;
  const at = (row: string[], column: string) => row[columns.indexOf(column)];
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  const onsets = rows.map((row) => Number(at(row, 'onset')));
  expect(onsets).toEqual(onsets.toSorted((a, b) => a - b));
  const gap = rows.find((row) => at(row, 'trial_type') === 'gap')!;
  expect([at(gap, 'onset'), at(gap, 'duration'), at(gap, 'value')]).toEqual(['30', '10', 'turned-away']);
  const flacc = rows.find((row) => at(row, 'value') === 'flacc')!;
  expect([at(flacc, 'score'), at(flacc, 'flacc_cry'), at(flacc, 'rater')]).toEqual(['5', '2', 'Cato']);
  expect(rows.map((row) => at(row, 'text'))).toContain(AWKWARD.replace(/\p{Cc}/gu, ' '));
  expect(new Set(rows.map((row) => at(row, 'trial_type')))).toEqual(
    new Set(['episode', 'gap', 'marker', 'observation', 'annotation']),
  );
});

test('a session began when the clocks of the ward said so, as BIDS wants its times; withheld, it has none', () => {
  const sessionsOf = (document: ReturnType<typeof richDocument>) =>
    text(find(bidsFilesOf(document, richSamples()), '_sessions.tsv'))
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
  const acqTimeOf = (document: ReturnType<typeof richDocument>) => {
    const [columns, row] = sessionsOf(document);
    return row![columns!.indexOf('acq_time')];
  };
  const at = (startedAtIso: string) => ({ session: { ...sourceOf().session, startedAtIso } });
  expect(acqTimeOf(richDocument(at('2026-03-05T11:00:00.000Z')))).toBe('2026-03-05T12:00:00');
  expect(acqTimeOf(richDocument(at('2026-07-04T22:30:00.000Z')))).toBe('2026-07-05T00:30:00');
  expect(acqTimeOf(withheldDocument())).toBe('n/a');
});

test('the sidecars say what the site knows: who, where, at what, and the units of each column', () => {
  const files = bidsFilesOf(richDocument(), richSamples());
  const setting = { TaskName: 'session', InstitutionName: 'Ward Seven' };
  expect(JSON.parse(text(find(files, '_events.json')))).toMatchObject(setting);
  const physio = JSON.parse(text(find(files, '_physio.json')));
  expect(physio).toMatchObject({ ...setting, PhysioType: 'generic' });
  for (const emotion of EMOTIONS) expect(physio[`p_${emotion}`].Units).toBe('arbitrary');
  expect(JSON.parse(text(files['dataset_description.json']))).toMatchObject({ Authors: ['Ward Seven'] });
  const withheld = bidsFilesOf(withheldDocument(), richSamples());
  expect(JSON.parse(text(withheld['dataset_description.json']))).not.toHaveProperty('Authors');
});

test('a session that is exported again stands once, as it is now', () => {
  const state = (state: 'stopped' | 'recovered') => richDocument({ session: { ...sourceOf().session, state } });
  const [before, now] = [bidsFilesOf(state('recovered'), richSamples()), bidsFilesOf(state('stopped'), richSamples())];
  const [, ...rows] = text(find(mergeBids([before, now]), '_sessions.tsv'))
    .trimEnd()
    .split('\n');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain('stopped');
});

test('a withheld report names no child, person, day, recording or free text in any file', () => {
  const files = bidsFilesOf(withheldDocument(), richSamples());
  const all = Object.entries(files)
    .map(([path, bytes]) => path + text(path.endsWith('.gz') ? gunzipSync(bytes) : bytes))
    .join('\n');
  for (const secret of SECRETS) expect(all).not.toMatch(secret);
});

test('sessions of one child share a folder and each is listed once; two versions of one session are refused', () => {
  const source = sourceOf();
  const first = bidsFilesOf(richDocument(), richSamples());
  const second = bidsFilesOf(richDocument({ session: { ...source.session, id: 'b-2' } }), richSamples());
  const merged = mergeBids([first, second, first]);
  expect(text(find(merged, '_sessions.tsv')).trimEnd().split('\n')).toHaveLength(3);
  expect(text(merged['participants.tsv']).trimEnd().split('\n')).toHaveLength(2);
  const corrected = bidsFilesOf(richDocument({ annotations: [] }), richSamples());
  expect(() => mergeBids([first, corrected])).toThrow(/_events\.tsv/);
});

test('a session without a reading, and one without length, are still valid datasets', ({ skip }) => {
  if ('missing' in python) return skip(python.missing);
  const none = samplesOf([]);
  const gaps: Gap[] = [{ fromMs: 0, toMs: 5000, reason: 'too-dark' }];
  for (const durationMs of [5000, 0]) {
    const change = {
      ...timelineOf(none, gaps, durationMs),
      session: { ...sourceOf().session, durationMs, sampleCount: 0 },
    };
    const files = bidsFilesOf(richDocument({ ...change, markers: [], observations: [], annotations: [] }), none);
    expect(Object.keys(files).filter((path) => path.includes('_physio'))).toEqual([]);
    const { errors } = validate(files, python);
    expect(errors, `${durationMs} ms`).toEqual([]);
  }
});
