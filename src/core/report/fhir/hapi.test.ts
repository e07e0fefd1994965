import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { distressDocument, distressSamples } from '../testing/distress-document.ts';
import { samplesOf, sourceOf, timelineOf } from '../testing/document-of.ts';
import { javaTool } from '../testing/java-tool.ts';
import { richDocument, withheldDocument } from '../testing/rich-document.ts';
import { reportToFhir } from './fhir.ts';

/** The validator reads the standard's definitions once a start: half a minute where the machine is busy. */
const TIMEOUT_MS = 600_000;

const EMPTY = richDocument({
  ...timelineOf(samplesOf([]), [], 0),
  session: { ...sourceOf().session, durationMs: 0 },
  markers: [],
  observations: [],
  annotations: [],
  agreement: [],
  parity: null,
});

let folder: string;
let missing: string | null = null;
/** File -> what is wrong with it. */
const errors = new Map<string, string[]>();

const FILES = {
  'rich.json': reportToFhir(richDocument()),
  'dutch.json': reportToFhir(richDocument({ language: 'nl' })),
  'withheld.json': reportToFhir(withheldDocument()),
  'empty.json': reportToFhir(EMPTY),
  'rich-transaction.json': reportToFhir(richDocument(), 'transaction'),
  'withheld-transaction.json': reportToFhir(withheldDocument({ language: 'nl' }), 'transaction'),
  'distress.json': reportToFhir(distressDocument(), 'collection', distressSamples()),
  'distress-dutch-transaction.json': reportToFhir(
    distressDocument({ language: 'nl' }),
    'transaction',
    distressSamples(),
  ),
  'broken.json': reportToFhir(richDocument()).replace('"code":"author"', '"code":"transmitter"'),
};

beforeAll(() => {
  const tool = javaTool('fhir');
  if ('missing' in tool) {
    missing = tool.missing;
    process.stderr.write(`FHIR is not validated by HAPI: ${missing}\n`);
    return;
  }
  folder = mkdtempSync(join(tmpdir(), 'faceward-fhir-'));
  for (const [name, json] of Object.entries(FILES)) writeFileSync(join(folder, name), json);
  for (const line of tool.run(Object.keys(FILES).map((name) => join(folder, name)))) {
    const [file, severity, place, text] = line.split('\t');
    if (severity !== 'ERROR' && severity !== 'FATAL') continue;
    const name = file!.slice(folder.length + 1);
    errors.set(name, [...(errors.get(name) ?? []), `${place}: ${text}`]);
  }
}, TIMEOUT_MS);

afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

test.for(Object.keys(FILES).filter((name) => name !== 'broken.json'))("HL7's validator finds no error in %s", (name, {
  skip,
}) => {
  if (missing !== null) return skip(missing);
  expect(errors.get(name) ?? []).toEqual([]);
});

test('it is awake: it names a participant type that does not exist', ({ skip }) => {
  if (missing !== null) return skip(missing);
  expect(errors.get('broken.json')?.join()).toContain('transmitter');
});
