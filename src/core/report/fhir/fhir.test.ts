import {
  type Bundle,
  createBundleSchema,
  type Device,
  type Observation,
  type Patient,
  type Provenance,
} from '@solarahealth/fhir-r4';
import { Fhir } from 'fhir';
import { expect, test } from 'vitest';
import { samplesOf, sourceOf, timelineOf } from '../testing/document-of.ts';
import { richDocument, SECRETS, withheldDocument } from '../testing/rich-document.ts';
import { reportToFhir } from './fhir.ts';

type Entry = { fullUrl: string; resource: Patient | Device | Observation | Provenance };

const bundle = (json: string): Omit<Bundle, 'entry'> & { entry: Entry[] } => JSON.parse(json);

/** What two validators of FHIR R4 that others wrote object to: structure, required fields and value sets; then types. */
function objections(json: string): string[] {
  const { messages } = new Fhir().validate(JSON.parse(json), { errorOnUnexpected: true });
  const parsed = createBundleSchema().safeParse(JSON.parse(json));
  return [
    ...messages
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ location, message }) => `${location}: ${message}`),
    ...(parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)),
  ];
}

function observation(json: string, id: string): Observation {
  const found = bundle(json).entry?.find(({ resource }) => resource?.id === id)?.resource;
  if (found?.resourceType !== 'Observation') throw new Error(`no Observation ${id}`);
  return found;
}

test('two validators find nothing wrong, identified or not, full or empty', () => {
  const empty = { ...timelineOf(samplesOf([]), [], 0), session: { ...sourceOf().session, durationMs: 0 } };
  const documents = [
    richDocument(),
    richDocument({ language: 'nl', parity: null }),
    withheldDocument(),
    richDocument({ ...empty, markers: [], observations: [], annotations: [], agreement: [], parity: null }),
  ];
  for (const document of documents) expect(objections(reportToFhir(document))).toEqual([]);
});

test('the validators are awake: each names what is missing or wrong', () => {
  const broken = bundle(reportToFhir(richDocument()));
  const readings = broken.entry?.[2]?.resource as Observation;
  Object.assign(readings, { status: 'done', surprise: 1 });
  const said = objections(JSON.stringify(broken)).join('\n');
  expect(said).toContain('Observation.status');
  expect(said).toContain('surprise');
});

test('the series has one value a second, and E where there was no reading', () => {
  const readings = observation(reportToFhir(richDocument()), 'readings');
  expect(readings.component?.map(({ code }) => code.coding?.[0]?.code)).toEqual([
    ...['anger', 'disgust', 'fear', 'happiness', 'sadness', 'surprise', 'neutral', 'valence'],
  ]);
  const data = readings.component?.[3]?.valueSampledData?.data?.split(' ') ?? [];
  expect(data).toHaveLength(60);
  expect(data.slice(0, 30)).toEqual(Array(30).fill('0.7'));
  expect(data.slice(30, 40)).toEqual(Array(10).fill('E'));
  expect(Number(data[45])).toBeCloseTo(1 / 7, 4);
});

test('FLACC has its LOINC code, total, parts and time', () => {
  const json = reportToFhir(richDocument());
  const flacc = bundle(json)
    .entry?.map(({ resource }) => resource)
    .find(
      (resource): resource is Observation =>
        resource?.resourceType === 'Observation' && resource.code.coding?.[0]?.code === '38213-5',
    );
  expect(flacc?.valueQuantity?.value).toBe(5);
  expect(flacc?.component?.map(({ valueInteger }) => valueInteger)).toEqual([1, 0, 1, 2, 1]);
  expect(flacc?.effectiveDateTime).toBe('2026-03-05T11:00:46.000Z');
});

test('every reference within the bundle leads to an entry of it, each entry is named once', () => {
  const { entry = [] } = bundle(reportToFhir(richDocument()));
  const urls = entry.map(({ fullUrl }) => fullUrl ?? '');
  expect(new Set(urls).size).toBe(urls.length);
  const references = [...JSON.stringify(entry).matchAll(/"reference":"([^"]+)"/g)].map(([, path]) => path!);
  expect(references.length).toBeGreaterThan(10);
  for (const path of references)
    expect(
      urls.some((url) => url.endsWith(`/${path}`)),
      path,
    ).toBe(true);
});

test('a withheld bundle says so, counts from 1970 and names no child, person, day, recording or free text', () => {
  const json = reportToFhir(withheldDocument());
  for (const secret of SECRETS) expect(json).not.toMatch(secret);
  expect(bundle(json).meta?.security?.[0]?.code).toBe('PSEUDED');
  expect(observation(json, 'readings').effectivePeriod?.start).toBe('1970-01-01T00:00:00.000Z');
  expect(JSON.stringify(observation(json, 'readings').note)).toContain('1970');
});
