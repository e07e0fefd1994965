import { expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey } from '../security/signature.node.ts';
import { type ReportMaterial, writeReport } from './report.node.ts';
import { REPORT_FORMATS, type ReportFormat } from './report-format.ts';
import { distressDocument, distressSamples } from './testing/distress-document.ts';
import { documentOf, inPages, samplesOf, sourceOf } from './testing/document-of.ts';
import { pagesOf } from './testing/pdf-text.ts';

const MATERIAL: ReportMaterial = { samples: () => samplesOf(), key: null };
const PSEUDONYMS = { child: 'C-1', session: 'S-1', liveSession: null };

test('the same document gives the same bytes, and another date gives others', async () => {
  const key = readPrivateKey(makePrivateKey());
  const signed = { ...MATERIAL, key };
  const document = documentOf({ signingKey: key.publicKey });
  const endings = {
    pdf: '.pdf',
    csv: '.csv',
    xlsx: '.xlsx',
    json: '.json',
    bids: '-bids.zip',
    elan: '.eaf',
    boris: '.boris',
    'boris-events': '-boris-events.csv',
    mne: '-annot.csv',
    parquet: '.parquet',
    xdf: '.xdf',
    redcap: '-redcap.zip',
    fhir: '.fhir.json',
    'fhir-transaction': '.fhir-transaction.json',
  } as const satisfies Record<ReportFormat, string>;
  for (const [format, ending] of Object.entries(endings) as [ReportFormat, string][]) {
    const first = await writeReport(document, signed, format);
    const again = await writeReport(document, signed, format);
    expect(Buffer.from(again.bytes).equals(first.bytes), format).toBe(true);
    expect(first.fileName).toBe(`faceward-KID-7-2026-03-05${ending}`);
  }
  const pdf = await writeReport(document, signed, 'pdf');
  const other = documentOf({ signingKey: key.publicKey, exportedAtIso: '2026-03-07T09:30:00.000Z' });
  const later = await writeReport(other, signed, 'pdf');
  expect(Buffer.from(later.bytes).equals(pdf.bytes)).toBe(false);
});

test.each(REPORT_FORMATS)('%s: however few samples are in memory at once, it is the same file', async (format) => {
  const key = readPrivateKey(makePrivateKey());
  const document = distressDocument({ signingKey: key.publicKey });
  const whole = distressSamples();
  const [first, ...others] = await Promise.all(
    [whole, inPages(whole, 7), inPages(whole, 1)].map((samples) =>
      writeReport(document, { samples: () => samples, key }, format),
    ),
  );
  for (const { bytes } of others) expect(Buffer.from(bytes).equals(first!.bytes)).toBe(true);
});

test('a file is named by the day of the ward, where the one of Greenwich is not over yet', async () => {
  const session = { ...sourceOf().session, startedAtIso: '2026-03-04T23:30:00.000Z' };
  const { fileName } = await writeReport(documentOf({ session }), MATERIAL, 'csv');
  expect(fileName).toBe('faceward-KID-7-2026-03-05.csv');
});

test('a file is not signed with another key than the one that it names', async () => {
  const key = readPrivateKey(makePrivateKey());
  await expect(writeReport(documentOf(), { ...MATERIAL, key }, 'pdf')).rejects.toThrow(RangeError);
});

test('a de-identified report holds no name and no date, in whatever format', async () => {
  const document = documentOf({ pseudonyms: PSEUDONYMS });
  for (const format of ['csv', 'json', 'elan', 'boris', 'fhir'] as const) {
    const { bytes, fileName } = await writeReport(document, MATERIAL, format);
    expect(fileName).toMatch(/^faceward-C-1-S-1\.[a-z.]+$/);
    expect(new TextDecoder().decode(bytes)).not.toMatch(
      /KID-7|Ward Seven|Cato|\bBo\b|\bAnn\b|2026|left arm|tears|Calm/,
    );
  }
  const { bytes } = await writeReport(document, MATERIAL, 'pdf');
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/KID-7|2026/);
  const pages = (await pagesOf(document)).join(' ');
  expect(pages).not.toMatch(/KID-7|Ward Seven|Cato|\bBo\b|\bAnn\b|2026|left arm|tears|Calm/);
  expect(pages).toContain('3 free texts were left out');
  expect(pages).toContain('Began withheld');
  expect(pages).toContain('Exported by: Reviewer.');
});

test('the JSON holds the whole document and every sample', async () => {
  const document = documentOf();
  const { bytes } = await writeReport(document, MATERIAL, 'json');
  const read = JSON.parse(new TextDecoder().decode(bytes));
  const { seconds: _, ...rest } = document;
  expect(read).toMatchObject(JSON.parse(JSON.stringify(rest)));
  const samples = samplesOf();
  expect(read.samples.atMs).toEqual(Array.from(samples.atMs));
  expect(read.samples.emotion).toEqual(Array.from(samples.emotion));
  expect(read.samples.probabilities.slice(0, 4)).toEqual([0.05, 0.05, 0.05, 0.7]);
  expect(read.seconds.count).toBe(50);
});
