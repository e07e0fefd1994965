import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { ReportDocument } from '../report-document.ts';
import { distressDocument } from '../testing/distress-document.ts';
import { documentOf, samplesOf, sourceOf, timelineOf } from '../testing/document-of.ts';
import { AWKWARD, richDocument, SECRETS, withheldDocument } from '../testing/rich-document.ts';
import { reportToRedcap } from './redcap.node.ts';

/** As REDCap's Data Dictionary page and its downloads have them. */
const HEADER =
  '"Variable / Field Name","Form Name","Section Header","Field Type","Field Label",' +
  '"Choices, Calculations, OR Slider Labels","Field Note","Text Validation Type OR Show Slider Number",' +
  '"Text Validation Min","Text Validation Max","Identifier?","Branching Logic (Show field only if...)",' +
  '"Required Field?","Custom Alignment","Question Number (surveys only)","Matrix Group Name","Matrix Ranking?",' +
  '"Field Annotation"';

function read(document: ReportDocument) {
  const files = reportToRedcap(document, samplesOf());
  const rows = (name: string): string[][] => parse(Buffer.from(files[name]!));
  const [names, ...records] = rows('records.csv');
  const [columns, ...fields] = rows('data-dictionary.csv');
  const named = (keys: string[], cells: string[]) => Object.fromEntries(keys.map((key, index) => [key, cells[index]!]));
  return {
    names: names!,
    record: named(names!, records[0]!),
    records: records.length,
    columns: columns!,
    fields: fields.map((cells) => named(columns!, cells)),
    dictionary: Buffer.from(files['data-dictionary.csv']!).toString('utf8'),
  };
}

const WRITTEN = '2026-03-05T13:00:00.000Z';

/** Every kind of session that a site has. */
const DOCUMENTS: readonly ReportDocument[] = [
  documentOf(),
  richDocument(),
  withheldDocument(),
  richDocument({ language: 'nl' }),
  distressDocument(),
  documentOf({ ...timelineOf(samplesOf([]), [], 60_000), session: { ...sourceOf().session, state: 'recovered' } }),
];

test('the dictionary has the columns that REDCap takes, and names and types that it takes', () => {
  const { columns, fields } = read(documentOf());
  expect(columns).toEqual(parse(HEADER)[0]);
  for (const field of fields) {
    const name = field['Variable / Field Name']!;
    expect(name).toMatch(/^(?=.{1,26}$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(field['Form Name']).toBe('faceward_session');
    expect(field['Field Label'], name).not.toBe('');
    expect(field['Field Type'], name).toMatch(/^(text|notes|radio)$/);
    expect(field['Text Validation Type OR Show Slider Number'], name).toMatch(
      /^(|integer|number|datetime_seconds_ymd)$/,
    );
  }
  expect(fields[0]).toMatchObject({ 'Variable / Field Name': 'record_id', 'Field Type': 'text' });
});

test('every column of a record stands in the dictionary once, and every value fits what it says', () => {
  for (const document of DOCUMENTS) {
    const { names, record, records, fields } = read(document);
    expect(records).toBe(1);
    expect(names).toEqual(fields.map((field) => field['Variable / Field Name']));
    expect(new Set(names).size).toBe(names.length);
    for (const field of fields) expect(faultOf(record[field['Variable / Field Name']!]!, field)).toBeNull();
  }
});

/** What REDCap would say of a value, by its field's type, range and choices. */
function faultOf(value: string, field: Record<string, string>): string | null {
  const fault = `${field['Variable / Field Name']}: ${value}`;
  if (value === '') return null;
  if (field['Field Type'] === 'radio') {
    const choices = field['Choices, Calculations, OR Slider Labels']!.split(' | ').map((each) => each.split(', ')[0]);
    return choices.includes(value) ? null : fault;
  }
  const pattern = {
    '': /./,
    integer: /^-?\d+$/,
    number: /^-?\d+(\.\d+)?$/,
    datetime_seconds_ymd: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
  }[field['Text Validation Type OR Show Slider Number']!];
  if (!pattern?.test(value)) return fault;
  const [min, max] = [field['Text Validation Min'], field['Text Validation Max']];
  return (min && Number(value) < Number(min)) || (max && Number(value) > Number(max)) ? fault : null;
}

test('a record tells what the report tells', () => {
  const flacc = { kind: 'flacc', face: 2, legs: 2, activity: 2, cry: 2, consolability: 2, note: '' } as const;
  const { observations } = richDocument();
  const { record } = read(
    richDocument({
      observations: [
        ...observations.map((each) => ({ ...each, writtenAtIso: WRITTEN })),
        { atMs: 1000, observation: flacc, by: 'Bo', writtenAtIso: WRITTEN },
      ],
    }),
  );
  expect(record).toMatchObject({
    record_id: '0b9c2b07-bf34-4e6f-816b-ede4b6b6146f',
    child_code: 'KID-7',
    session_start: '2026-03-05 12:00:00',
    session_source: 'recording',
    session_notes: AWKWARD.replace('\u0007', ''),
    duration_s: '60',
    gap_turned_away_s: '10',
    gap_no_face_s: '0',
    share_anger: '0',
    flacc_count: '2',
    flacc_first: '10',
    flacc_last: '5',
    flacc_highest: '10',
    flacc_mean: '7.5',
    faces_count: '1',
    faces_mean: '6',
    markers_count: '4',
    annotations_count: '2',
  });
  expect(Number(record.share_happiness)).toBeCloseTo(0.6, 2);
});

test('what was not measured is empty, not nought', () => {
  const { record } = read(documentOf({ ...timelineOf(samplesOf([]), [], 60_000), observations: [] }));
  expect(record).toMatchObject({ usable_s: '0', coverage: '0', share_happiness: '', share_not_sure: '' });
  expect(record).toMatchObject({ flacc_count: '0', flacc_highest: '', flacc_mean: '' });
});

test('a project is set up once: the dictionary is the same for every session, and told in its language', () => {
  const [plain, rich, withheld, dutch] = DOCUMENTS.map((document) => read(document));
  expect(rich!.dictionary).toBe(plain!.dictionary);
  expect(withheld!.dictionary).toBe(plain!.dictionary);
  expect(dutch!.names).toEqual(plain!.names);
  expect(dutch!.fields[0]!['Field Label']).toBe('Sessie');
});

test('a withheld report names nobody, and what could name somebody is marked as an identifier', () => {
  const { record, fields } = read(withheldDocument());
  for (const secret of SECRETS) expect(JSON.stringify(record)).not.toMatch(secret);
  const identified = read(richDocument()).record;
  const marked = fields.filter((field) => field['Identifier?'] === 'y').map((field) => field['Variable / Field Name']);
  for (const [name, value] of Object.entries(identified)) {
    if (name === 'record_id' || !SECRETS.some((secret) => secret.test(value))) continue;
    expect(marked, name).toContain(name);
  }
});
