import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvDialectOf, csvFile, csvRows } from './csv.node.ts';
import { readWithPython } from './testing/python-csv.ts';

/** Texts as people type, paste and dictate them. */
const HOSTILE = [
  'two\nlines',
  'two\r\nlines',
  'an old\rMac',
  'a blank line\n\nbetween',
  '\nbehind one',
  'before one\n',
  'she said "no", twice',
  '"',
  'a,b;c\td',
  'Łukasz, Şükrü 漢 🙂',
  "'quoted'",
  '',
];

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=1+1\n=2', '＝1'];

/** A table whose last column would show a torn row. */
const tableOf = (texts: readonly string[]) => [['text', 'end'], ...texts.map((text, index) => [text, `end ${index}`])];

function expectReadAlike(csv: string, rows: readonly (readonly string[])[]): void {
  expect(parse(csv)).toEqual(rows);
  for (const [reader, found] of Object.entries(readWithPython(csv) ?? {})) expect(found, reader).toEqual(rows);
}

test('hostile texts stay in their cell for every reader', () => {
  expectReadAlike(csvRows(tableOf(HOSTILE)), tableOf(HOSTILE));
});

test('what a spreadsheet would run gets an apostrophe, and stays in its cell too', () => {
  expectReadAlike(csvRows(tableOf(FORMULAS)), tableOf(FORMULAS.map((text) => `'${text}`)));
});

test('a number is written as it is, a negative one too; null is empty and NUL is left out', () => {
  expect(csvRows([[-1.5, null, 0, 'a\0b']])).toBe('-1.5,,0,ab\r\n');
});

test('a Dutch table has semicolons and decimal commas, and no text is torn by either', () => {
  const dutch = { dialect: csvDialectOf('nl') };
  expect(csvRows([[-1.5, 0.000001, 'a;b', 'c,d', '-1,5']], dutch)).toBe('-1,5;0,000001;"a;b";c,d;\'-1,5\r\n');
  const rows = tableOf(HOSTILE);
  const csv = csvRows(rows, dutch);
  expect(parse(csv, { delimiter: ';' })).toEqual(rows);
  for (const [reader, found] of Object.entries(readWithPython(csv, ';') ?? {})) expect(found, reader).toEqual(rows);
});

test('a file begins with the mark by which Excel knows its letters', () => {
  expect([...Buffer.from(csvFile([['Zoë']]))].slice(0, 4)).toEqual([0xef, 0xbb, 0xbf, 'Z'.charCodeAt(0)]);
});

test('any text at all is read back as it was', () => {
  const cell = fc
    .array(fc.constantFrom(...'ab,;\t\n\r"\'=é🙂 '), { maxLength: 8 })
    .map((characters) => `x${characters.join('')}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      expect(parse(csvRows(rows))).toEqual(rows);
    }),
  );
});
