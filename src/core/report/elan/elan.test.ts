import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANNOTATION_LABELS } from '../../emotion/annotation.ts';
import { samplesOf, sourceOf, timelineOf } from '../testing/document-of.ts';
import { AWKWARD, richDocument, SECRETS, withheldDocument } from '../testing/rich-document.ts';
import { reportToElan } from './elan.ts';

/** The reader of ELAN files that linguists use from Python. */
const READER = 'pympi-ling==1.71';

const READ = `
import json, sys, warnings
warnings.simplefilter('error')
sys.path.insert(0, sys.argv[1])
from pympi import Eaf
eaf = Eaf(sys.argv[2])
print(json.dumps({
  'tiers': {name: sorted(eaf.get_annotation_data_for_tier(name)) for name in eaf.get_tier_names()},
  'annotators': {name: eaf.get_parameters_for_tier(name).get('ANNOTATOR', '') for name in eaf.get_tier_names()},
  'labels': [value for values, _ in eaf.get_cv_entries('labels').values() for value, _, _ in values] if 'labels' in eaf.get_controlled_vocabulary_names() else [],
  'properties': dict(eaf.properties), 'media': eaf.media_descriptors, 'end': eaf.get_full_time_interval()[1],
}))
`;

let folder: string;
/** Why the reader cannot be had here; null when it is installed. */
let missing: string | null = null;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faceward-elan-'));
  try {
    const pip = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--no-deps',
      '--target',
      folder,
      READER,
    ];
    execFileSync('python3', pip, { stdio: 'pipe' });
  } catch (error) {
    missing = `${READER} cannot be installed with pip: ${error}`;
    if (process.env.CI) throw new Error(missing);
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Read {
  tiers: Record<string, [number, number, string][]>;
  annotators: Record<string, string>;
  properties: Record<string, string>;
  media: Record<string, string>[];
  labels: string[];
  end: number;
}

function read(xml: string): Read {
  const file = join(folder, 'session.eaf');
  writeFileSync(file, xml);
  return JSON.parse(execFileSync('python3', ['-c', READ, folder, file], { encoding: 'utf8' }));
}

test('a reader that others wrote finds every tier, time and word', ({ skip }) => {
  if (missing !== null) {
    process.stderr.write(`${missing}\n`);
    return skip(missing);
  }
  const { tiers, annotators, properties, media, end } = read(reportToElan(richDocument()));
  expect(Object.keys(tiers)).toEqual([
    ...['Emotion (by second)', 'Episodes', 'No reading', 'Markers', 'Markers 2', 'Observations', 'Observations 2'],
    ...['Said by Dirk', 'Said by Cato', 'Next rater'],
  ]);
  expect(tiers['Emotion (by second)']).toEqual([
    [0, 30_000, 'Happiness'],
    [40_000, 60_000, 'Not sure'],
  ]);
  expect(tiers['No reading']).toEqual([[30_000, 40_000, 'Turned away']]);
  expect(tiers.Markers).toEqual([
    [5000, 20_000, 'Play'],
    [45_000, 45_100, 'Needle: left arm'],
    [60_000, 60_001, 'Own marker: Music'],
  ]);
  expect(tiers['Markers 2']).toEqual([[10_000, 12_501, `Pain: ${AWKWARD.replace('\u0007', '')}`]]);
  expect(tiers.Observations?.[0]?.[2]).toBe('FLACC 5 of 10 (face 1, legs 0, activity 1, cry 2, consolability 1)');
  expect(tiers['Said by Cato']).toEqual([[45_000, 50_000, 'Crying: tears']]);
  expect(annotators['Said by Dirk']).toBe('Dirk');
  expect(properties['faceward:statement']).toContain('not a diagnosis');
  expect(media[0]?.RELATIVE_MEDIA_URL).toBe('./morning%20play.mp4');
  expect(end).toBe(60_001);
});

test('a film in which the sound begins before the picture is laid beside the session by its own clock', () => {
  const document = { ...richDocument(), isIdentified: true };
  const at = (recordingOriginMs: number) =>
    reportToElan({ ...document, session: { ...document.session, recordingOriginMs } });
  expect(at(1500.4)).toContain('TIME_ORIGIN="1500"');
  expect(at(0)).not.toContain('TIME_ORIGIN');
});

test('a change of emotion, doubt and a hole each end a value; the last second ends with the session', ({ skip }) => {
  if (missing !== null) return skip(missing);
  const emotionAt = (atMs: number) => (atMs < 3000 ? 3 : atMs < 5000 ? 4 : -1);
  const times = Array.from({ length: 85 }, (_, index) => index * 100).filter((atMs) => atMs < 6000 || atMs >= 8000);
  const samples = samplesOf(times.map((atMs) => ({ atMs, emotion: emotionAt(atMs) })));
  const short = { ...timelineOf(samples, [], 8500), session: { ...sourceOf().session, durationMs: 8500 } };
  const { tiers } = read(reportToElan(richDocument({ ...short, markers: [], observations: [], annotations: [] })));
  expect(tiers['Emotion (by second)']).toEqual([
    [0, 3000, 'Happiness'],
    [3000, 5000, 'Sadness'],
    [5000, 6000, 'Not sure'],
    [8000, 8500, 'Not sure'],
  ]);
});

test('in Dutch the tiers and words are Dutch', ({ skip }) => {
  if (missing !== null) return skip(missing);
  const { tiers } = read(reportToElan(richDocument({ language: 'nl' })));
  expect(tiers['Geen meting']).toEqual([[30_000, 40_000, 'Weggedraaid']]);
});

test('a session without a reading is a file that is read', ({ skip }) => {
  if (missing !== null) return skip(missing);
  const empty = { ...timelineOf(samplesOf([]), [], 0), session: { ...sourceOf().session, durationMs: 0 } };
  const { tiers } = read(reportToElan(richDocument({ ...empty, markers: [], observations: [], annotations: [] })));
  expect(Object.values(tiers).every((values) => values.length === 0)).toBe(true);
});

test('the XML is well-formed, slots rise, and every annotation points at two of them', () => {
  const xml = reportToElan(richDocument());
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ['TIME_SLOT', 'TIER', 'ANNOTATION'].includes(name),
  });
  const { ANNOTATION_DOCUMENT: file } = parser.parse(xml);
  const slots: Record<string, string>[] = file.TIME_ORDER.TIME_SLOT;
  const times = slots.map((slot) => Number(slot['@_TIME_VALUE']));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  const ids = new Set(slots.map((slot) => slot['@_TIME_SLOT_ID']));
  // One slot a boundary a tier: dragging an edge moves what touches it there, and nothing of another tier.
  const usedBy = (tier: { ANNOTATION?: { ALIGNABLE_ANNOTATION: Record<string, string> }[] }) =>
    new Set(
      (tier.ANNOTATION ?? []).flatMap(({ ALIGNABLE_ANNOTATION: each }) => [
        each['@_TIME_SLOT_REF1'],
        each['@_TIME_SLOT_REF2'],
      ]),
    );
  const bounds: Set<string>[] = file.TIER.map(usedBy);
  expect(bounds.reduce((sum, { size }) => sum + size, 0)).toBe(slots.length);
  for (const used of bounds) {
    const moments = slots.filter((slot) => used.has(slot['@_TIME_SLOT_ID']!)).map((slot) => slot['@_TIME_VALUE']);
    expect(new Set(moments).size).toBe(moments.length);
  }
  const annotations = file.TIER.flatMap((tier: { ANNOTATION?: object[] }) => tier.ANNOTATION ?? []);
  for (const { ALIGNABLE_ANNOTATION: each } of annotations) {
    expect(ids.has(each['@_TIME_SLOT_REF1']) && ids.has(each['@_TIME_SLOT_REF2'])).toBe(true);
  }
});

test('the next rater finds an empty tier and chooses from the program’s own labels', ({ skip }) => {
  if (missing !== null) return skip(missing);
  const { tiers, labels } = read(reportToElan(richDocument({ language: 'nl' })));
  expect(tiers['Volgende beoordelaar']).toEqual([]);
  expect(labels).toHaveLength(ANNOTATION_LABELS.length);
  expect(labels).toContain('Blijdschap');
});

test('de-identified, the film is looked for under the session’s pseudonym', ({ skip }) => {
  if (missing !== null) return skip(missing);
  expect(read(reportToElan(withheldDocument())).media[0]?.RELATIVE_MEDIA_URL).toBe('./S-17c3.mp4');
});

test('a withheld report names no child, person, day, recording or free text', () => {
  const xml = reportToElan(withheldDocument());
  for (const secret of SECRETS) expect(xml).not.toMatch(secret);
  expect(xml).toContain('C-9f2a');
});
