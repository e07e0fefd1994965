import { describe, expect, it } from 'vitest';
import { englishOf } from '../../words/failure-sentence.ts';
import { createWords } from '../../words/words.ts';
import { describeProblem, describeRemark } from '../dataset.ts';
import { readDataset } from '../read-dataset.node.ts';
import { temporaryDataset } from '../testing/temporary-dataset.node.ts';

const EMOTION = { labelColumn: 'emotion' };
const IMAGES = { 'a.jpg': '', 'b.jpg': '' };

/** As a table of one form or another; what stands in a cell is quoted where the form needs it. */
function table(delimiter: string, rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n`;
}

const HEADER = ['path', 'subject', 'group', 'emotion', 'age'];
const ROWS = [
  ['a.jpg', 'c1', 'child', 'fear', '6,5'],
  ['b.jpg', 'c2', 'adult', 'anger', '30'],
];
const READ = [
  ['a.jpg', 'c1', 'child', 'fear', 6.5],
  ['b.jpg', 'c2', 'adult', 'anger', 30],
];

function bytes(text: string, encoding: 'utf-16le' | 'utf-16be' | 'windows-1252' | 'utf-8'): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  const little = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? little : little.swap16();
}

async function read(manifest: string | Uint8Array) {
  using dataset = temporaryDataset({ 'manifest.csv': manifest, ...IMAGES });
  const { records, problems, remarks } = await readDataset([dataset.dir], EMOTION);
  return {
    records: records.map(({ path, subject, group, emotion, ageYears }) => [path, subject, group, emotion, ageYears]),
    rows: records.map(({ row }) => row),
    problems: problems.map((each) => describeProblem(each)),
    remarks: remarks.map((each) => describeRemark(each)),
  };
}

describe('a manifest as spreadsheets save it', () => {
  it.each([
    ['plain', table(',', [HEADER, ['a.jpg', 'c1', 'child', 'fear', '6.5'], ROWS[1]!]), null],
    ['Dutch CSV', table(';', [HEADER, ...ROWS]), /“;” between its columns, read with decimal commas/],
    ['a decimal comma in quotes', table(',', [HEADER, [...ROWS[0]!.slice(0, 4), '"6,5"'], ROWS[1]!]), /decimal commas/],
    ['tabs', table('\t', [HEADER, ...ROWS]), /“tab” between its columns/],
    ['bars', table('|', [HEADER, ...ROWS]), /“\|” between/],
    ['a line that tells the delimiter', `sep=;\r\n${table(';', [HEADER, ...ROWS])}`, /“;” between/],
    ['such a line before commas', `sep=,\r\n${table(',', [HEADER, ROWS[1]!, [...ROWS[0]!.slice(0, 4), '6.5']])}`, null],
    ['a header in capitals', table(';', [HEADER.map((cell) => cell.toUpperCase()), ...ROWS]), /capitals or small/],
    [
      'values in capitals',
      table(';', [
        HEADER,
        ...ROWS.map(([p, s, g, e, a]) => [p!, s!, g!.toUpperCase(), ` ${e![0]!.toUpperCase()}${e!.slice(1)}`, a!]),
      ]),
      /“;”/,
    ],
    [
      'texts kept by a formula',
      table(';', [
        HEADER,
        ['a.jpg', '="c1"', 'child', 'fear', '="6,5"'],
        ['"=""b.jpg"""', '"=""c2"""', 'adult', 'anger', '30'],
      ]),
      /="001" as the text 001/,
    ],
    ['line ends of an old Mac', table(';', [HEADER, ...ROWS]).replaceAll('\r\n', '\r'), /“;”/],
  ])('%s: every row, and how in one line', async (_, text, how) => {
    const found = await read(text);
    expect(found.problems).toEqual([]);
    expect(found.records.toSorted()).toEqual(READ);
    expect(found.remarks).toHaveLength(how === null ? 0 : 1);
    if (how) expect(found.remarks[0]).toMatch(how);
  });

  it.each([
    'utf-16le',
    'utf-16be',
  ] as const)('Unicode text: %s with tabs, with its mark and without', async (encoding) => {
    const rows = table('\t', [HEADER, ['a.jpg', 'Łukasz', 'child', 'fear', '6,5']]);
    for (const text of [`\uFEFF${rows}`, rows]) {
      const found = await read(bytes(text, encoding));
      expect(found.records).toEqual([['a.jpg', 'Łukasz', 'child', 'fear', 6.5]]);
      expect(found.remarks[0]).toContain(`encoding ${encoding.toUpperCase()}`);
    }
  });

  it('the letters of a western Windows, also far behind the beginning', async () => {
    const long = Array.from({ length: 4000 }, (_, index) => [`gone${index}.jpg`, 'c1', 'child', 'fear', '']);
    const found = await read(
      bytes(table(';', [HEADER, ...long, ['a.jpg', 'Zoë', 'child', 'fear', '6']]), 'windows-1252'),
    );
    expect(found.records).toEqual([['a.jpg', 'Zoë', 'child', 'fear', 6]]);
    expect(found.remarks[0]).toContain('encoding WINDOWS-1252');
  });

  it.each(['manifest.txt', 'manifest.tsv', 'Manifest.CSV'])('under the name %s', async (name) => {
    using dataset = temporaryDataset({ [name]: table('\t', [HEADER, ...ROWS]), ...IMAGES });
    const { records, remarks } = await readDataset([dataset.dir], EMOTION);
    expect(records).toHaveLength(2);
    expect(remarks[0]!.path).toBe(name);
  });

  it('names the line of the file, also behind a line that tells the delimiter', async () => {
    const { problems, rows } = await read(
      `sep=;\r\n${table(';', [HEADER, ['gone.jpg', 'c', 'child', 'fear', ''], ROWS[0]!])}`,
    );
    expect(problems).toEqual(['gone.jpg, row 3: there is no such file']);
    expect(rows).toEqual([4]);
  });

  it('says it in Dutch', async () => {
    using dataset = temporaryDataset({ 'manifest.csv': table(';', [HEADER, ...ROWS]), ...IMAGES });
    const { remarks } = await readDataset([dataset.dir], EMOTION);
    expect(describeRemark(remarks[0]!, createWords('nl'))).toBe(
      'manifest.csv: gelezen met “;” tussen de kolommen, gelezen met decimale komma’s',
    );
  });
});

describe('what cannot be read is refused with the reason that is true', () => {
  it('a number that may be a thousand', async () => {
    const { problems } = await read(table(',', [HEADER, ['a.jpg', 'c1', 'child', 'fear', '"1,234"']]));
    expect(problems[0]).toMatch(/row 2: an age .* found "1,234"/);
  });

  it('a decimal comma without quotes between commas', async () => {
    const { problems } = await read(table(',', [HEADER, ROWS[0]!]));
    expect(problems).toEqual([
      expect.stringMatching(/^manifest.csv, row 2: not a row of a table: 5 columns were expected; found 6; .*quotes$/),
    ]);
  });

  it.each([
    ['a workbook under another name', Buffer.from('504b030414000600', 'hex'), /is a workbook.*save it as manifest.csv/],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /is a workbook/],
    ['no text', Buffer.alloc(3000), /is no table of text/],
  ])('%s', async (_, content, reason) => {
    using dataset = temporaryDataset({ 'manifest.csv': content });
    await expect(readDataset([dataset.dir], EMOTION)).rejects.toThrow(reason);
  });

  it('a workbook beside which there is no table', async () => {
    using dataset = temporaryDataset({ 'Manifest.xlsx': 'PK', ...IMAGES });
    await expect(readDataset([dataset.dir], EMOTION)).rejects.toThrow(/Manifest.xlsx is a workbook/);
  });

  it('a column that is missing in a table with semicolons', async () => {
    using dataset = temporaryDataset({ 'manifest.csv': 'Path;Group;Emotion\r\n' });
    const failed = await readDataset([dataset.dir], EMOTION).catch((error) => error);
    expect(englishOf(failed)).toMatch(/column "subject" is missing; found path, group, emotion/);
  });
});
