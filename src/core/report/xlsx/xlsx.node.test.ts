import { expect, test } from 'vitest';
import { wholeOf } from '../pieces/pieces.ts';
import { pythonTool } from '../testing/python-tool.ts';
import { AWKWARD, richDocument, richSamples } from '../testing/rich-document.ts';
import { reportToXlsx } from './xlsx.node.ts';

const READ = `
import io, json, sys, openpyxl
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}))
`;

test('a reader that others wrote finds three sheets, numbers as numbers, and every text as it was typed', async ({
  skip,
}) => {
  const python = pythonTool(['openpyxl==3.1.5']);
  if ('missing' in python) return skip(python.missing);
  const read = async (document: ReturnType<typeof richDocument>): Promise<Record<string, unknown[][]>> =>
    JSON.parse(python.run(READ, [], await wholeOf(reportToXlsx(document, richSamples()))).toString('utf8'));
  const book = await read(richDocument());
  expect(Object.keys(book)).toEqual(['Session', 'Readings by second', 'Entries']);
  const facts = Object.fromEntries(book.Session!.map(([name, value]) => [name, value]));
  const typed = AWKWARD.replace('\u0007', '');
  expect(facts).toMatchObject({ child_code: 'KID-7', duration_s: 60, notes: typed });
  const seconds = book['Readings by second']!;
  expect(seconds).toHaveLength(51);
  expect(seconds[1]!.slice(0, 6)).toEqual([0, 'happiness', 0.05, 0.05, 0.05, 0.7]);
  expect(seconds[0]!.slice(11)).toEqual([
    'distress',
    'distress_state',
    'pitch_deg',
    'roll_deg',
    'eye_opening',
    'mouth_opening',
    'brow_height',
  ]);
  expect(seconds[1]!.slice(11)).toEqual([0.2, null, 4.25, -1.5, 0.15, 0.05, 0.35]);
  const [header, ...entries] = book.Entries!;
  const column = (name: string) => header!.indexOf(name);
  const flacc = entries.find((row) => row[column('reason_or_kind')] === 'flacc')!;
  expect(['score', 'flacc_face', 'flacc_cry', 'by'].map((name) => flacc[column(name)])).toEqual([5, 1, 2, 'Cato']);
  expect(entries.filter((row) => row[column('text')] === typed)).toHaveLength(3);
  expect(Object.keys(await read(richDocument({ language: 'nl' })))).toEqual([
    'Sessie',
    'Metingen per seconde',
    'Ingevoerd',
  ]);
});
