import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { writeReport } from '../report.node.ts';
import { documentOf, samplesOf } from '../testing/document-of.ts';
import { heardPagesOf } from '../testing/pdf-text.ts';

test('who hears the report gets headings, facts, tables with titles, and words for the drawings, in this order', async () => {
  const [first = [], second = []] = await heardPagesOf(documentOf());
  expect(first.map(({ role }) => role).filter((role) => /^(H\d|Figure|L|Table)$/.test(role))).toEqual([
    'H1',
    'L',
    'H2',
    'H2',
    'Figure',
    'H2',
    'Figure',
    'H2',
    'Table',
    'H2',
  ]);
  expect(first[0]).toEqual({ role: 'H1', words: 'Emotion session report: KID-7' });
  const figures = first.filter(({ role }) => role === 'Figure').map(({ words }) => words);
  expect(figures[0]).toBe(
    'Bar over 1:00 of session: an emotion was named for 0:30, not sure for 0:20, no reading for 0:10.',
  );
  expect(figures[1]).toContain('Happiness (60%), Not sure (40%)');
  expect(figures[1]).toContain('Without a reading: 0:30 to 0:40 Turned away.');
  expect(figures[1]).toContain('0:05 to 0:20 Play; 0:45 Needle; 0:46 FLACC 5 of 10.');
  expect(figures[1]).toContain('What staff said: 0:45 to 0:50 Crying (Cato).');
  const table = first.slice(first.findIndex(({ role }) => role === 'Table'));
  expect(table.filter(({ role }) => role === 'TH').map(({ words }) => words)).toEqual([
    'No.',
    'At',
    'Time',
    'What',
    'Text',
    'By',
  ]);
  expect(
    table
      .filter(({ role }) => role === 'TD')
      .map(({ words }) => words)
      .slice(0, 6),
  ).toEqual(['1', '0:05 to 0:20', '12:00:05', 'Play', '', 'Bo']);
  const heard = [...first, ...second].map(({ words }) => words).join(' ');
  expect(heard).not.toContain('Page 1 of 2');
});

test('the window of a reader shows the title, and a voice knows the language', async () => {
  const { bytes } = await writeReport(documentOf({ language: 'nl' }), { samples: () => samplesOf(), key: null }, 'pdf');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: 'Verslag van een emotiesessie: KID-7', Language: 'nl' });
  expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  await task.destroy();
});
