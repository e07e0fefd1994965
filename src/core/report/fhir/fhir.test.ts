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
import { distressDocument, distressSamples } from '../testing/distress-document.ts';
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

const observationsIn = (json: string): Observation[] =>
  bundle(json).entry.flatMap(({ resource }) => (resource.resourceType === 'Observation' ? [resource] : []));

/** The series of readings comes first. */
const readingsIn = (json: string): Observation => observationsIn(json)[0]!;

const ofCode = (json: string, code: string): Observation[] =>
  observationsIn(json).filter((each) => each.code.coding?.some((coding) => coding.code === code));

test('two validators find nothing wrong, identified or not, full or empty', () => {
  const empty = { ...timelineOf(samplesOf([]), [], 0), session: { ...sourceOf().session, durationMs: 0 } };
  const documents = [
    richDocument(),
    richDocument({ language: 'nl', parity: null }),
    withheldDocument(),
    richDocument({ ...empty, markers: [], observations: [], annotations: [], agreement: [], parity: null }),
  ];
  for (const document of documents) expect(objections(reportToFhir(document))).toEqual([]);
  expect(objections(reportToFhir(distressDocument(), 'collection', distressSamples()))).toEqual([]);
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
  const readings = readingsIn(reportToFhir(richDocument()));
  expect(readings.component?.map(({ code }) => code.coding?.[0]?.code)).toEqual([
    ...['anger', 'disgust', 'fear', 'happiness', 'sadness', 'surprise', 'neutral', 'valence', 'sum'],
  ]);
  const data = readings.component?.[3]?.valueSampledData?.data?.split(' ') ?? [];
  expect(data).toHaveLength(60);
  expect(data.slice(0, 30)).toEqual(Array(30).fill('0.7'));
  expect(data.slice(30, 40)).toEqual(Array(10).fill('E'));
  expect(Number(data[45])).toBeCloseTo(1 / 7, 4);
});

test('FLACC has the LOINC codes of its total and its parts, not the panel’s, and the time', () => {
  const json = reportToFhir(richDocument());
  expect(ofCode(json, '38213-5')).toEqual([]);
  const [flacc] = ofCode(json, '38215-0');
  expect(flacc?.valueQuantity).toMatchObject({ value: 5, code: '{score}' });
  expect(flacc?.component?.map(({ code, valueInteger }) => [code.coding?.[0]?.code, valueInteger])).toEqual([
    ['38216-8', 1],
    ['38217-6', 0],
    ['38218-4', 1],
    ['38219-2', 2],
    ['38220-0', 1],
  ]);
  expect(flacc?.effectiveDateTime).toBe('2026-03-05T11:00:46.000Z');
});

test('the child’s own score has its code, and the child among those who say it', () => {
  const json = reportToFhir(richDocument());
  const [faces] = ofCode(json, '57696-7');
  expect(faces?.valueQuantity?.value).toBe(6);
  expect(faces?.performer).toEqual([faces?.subject, { display: 'Cato' }]);
});

test('on a Dutch ward FLACC is also what the Dutch information model calls it, as a whole number', () => {
  const [flacc] = ofCode(reportToFhir(richDocument({ language: 'nl' })), '108291000146105');
  expect(flacc?.code.coding?.map(({ system }) => system)).toEqual(['http://loinc.org', 'http://snomed.info/sct']);
  expect(flacc?.valueInteger).toBe(5);
  expect(flacc?.component?.map(({ code }) => code.coding?.[1]?.code)).toEqual([
    ...['12013003', '12013004', '12013005', '12013006', '12013009'],
  ]);
  expect(ofCode(reportToFhir(richDocument()), '108291000146105')).toEqual([]);
});

test('every observation says what kind it is, who or what made it, and by which name it is known', () => {
  const observations = observationsIn(reportToFhir(richDocument()));
  for (const each of observations) {
    expect(each.category?.[0]?.coding?.[0]?.code, each.code.text).toMatch(/^(exam|procedure|social-history|survey)$/);
    expect(each.performer?.[0], each.code.text).toBeDefined();
    expect(each.identifier, each.code.text).toEqual([{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${each.id}` }]);
  }
  expect(observations[0]?.device?.reference).toMatch(/^urn:uuid:/);
});

test('every reference within the bundle leads to an entry of it, each entry is named once', () => {
  const { entry = [] } = bundle(reportToFhir(richDocument()));
  const urls = entry.map(({ fullUrl }) => fullUrl ?? '');
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls).toEqual(entry.map(({ resource }) => `urn:uuid:${resource.id}`));
  const references = [...JSON.stringify(entry).matchAll(/"reference":"([^"]+)"/g)].map(([, path]) => path!);
  expect(references.length).toBeGreaterThan(10);
  for (const path of references) expect(urls).toContain(path);
});

/** Id -> what it stands for, without what an export adds. */
const idsIn = (json: string) =>
  new Map(bundle(json).entry.map(({ resource }) => [resource.id!, resource.resourceType] as const));

test('two sessions share no id but the child’s and the model’s; two children, or two sites with one code, none but the model’s', () => {
  const first = idsIn(reportToFhir(richDocument()));
  const shared = (change: Parameters<typeof richDocument>[0]) =>
    [...idsIn(reportToFhir(richDocument({ exportId: 'another', ...change })))].filter(([id]) => first.has(id));
  const session = { ...sourceOf().session, id: 'b-2' };
  expect(shared({ session }).map(([, type]) => type)).toEqual(['Patient', 'Device']);
  expect(shared({ session, childCode: 'KID-8' }).map(([, type]) => type)).toEqual(['Device']);
  expect(shared({ siteName: 'Ward Eight' }).map(([, type]) => type)).toEqual(['Device']);
});

test('exported again, in another language too, each thing keeps its id; only the export has its own', () => {
  const first = idsIn(reportToFhir(richDocument()));
  const again = idsIn(reportToFhir(richDocument({ exportId: 'another', language: 'nl' })));
  const fresh = [...again].filter(([id]) => !first.has(id)).map(([, type]) => type);
  expect(fresh).toEqual(['Provenance']);
});

test('two markers alike are two', () => {
  const marker = { atMs: 1000, toMs: null, kind: 'needle' as const, text: '', by: 'Bo' };
  const json = reportToFhir(richDocument({ markers: [marker, marker] }));
  expect(idsIn(json).size).toBe(bundle(json).entry.length);
});

test('as a transaction, a server creates each thing once, by its identifier', () => {
  const { type, entry } = JSON.parse(reportToFhir(richDocument(), 'transaction'));
  expect(type).toBe('transaction');
  for (const { resource, request } of entry) {
    expect(request).toMatchObject({ method: 'POST', url: resource.resourceType });
    const [identifier] = resource.identifier ?? [];
    const [name, value] = request.ifNoneExist?.split('=') ?? [];
    if (resource.resourceType === 'Provenance') expect(request.ifNoneExist).toBeUndefined();
    else {
      expect(name).toBe('identifier');
      expect(value.split('|').map(decodeURIComponent)).toEqual([identifier.system, identifier.value]);
    }
  }
});

test('no character of a note is one that FHIR forbids', () => {
  const json = reportToFhir(richDocument());
  expect(json).toContain(' bell');
  expect(json).not.toContain('\\u0007');
});

test('a withheld bundle says so, counts from 1970 and names no child, person, day, recording or free text', () => {
  const json = reportToFhir(withheldDocument());
  for (const secret of SECRETS) expect(json).not.toMatch(secret);
  expect(bundle(json).meta?.security?.[0]?.code).toBe('PSEUDED');
  expect(readingsIn(json).effectivePeriod?.start).toBe('1970-01-01T00:00:00.000Z');
  expect(JSON.stringify(readingsIn(json).note)).toContain('1970');
});
