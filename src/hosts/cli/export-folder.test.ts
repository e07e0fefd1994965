import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceOf } from '../../core/report/testing/document-of.ts';
import { bidsFilesOf } from '../../core/report/testing/joined.ts';
import { richDocument, richSamples } from '../../core/report/testing/rich-document.ts';
import { zip } from '../../core/report/zip.ts';
import { openExportFolder, type WantedFile } from './export-folder.ts';

let dir: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'faceward-export-')), 'new');
});
afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

const wanted = (change: Partial<WantedFile> = {}): WantedFile => ({
  sessionId: 'a-session',
  format: 'pdf',
  language: 'en',
  isIdentified: false,
  ...change,
});
const report = (text: string, fileName = 'faceward-C1-S1.pdf') => ({
  fileName,
  pieces: [new TextEncoder().encode(text)],
});
const contentOf = (path: string) => readFileSync(join(dir, path), 'utf8');

test('what was kept is there for the next time, and nothing else is', async () => {
  const first = await openExportFolder(dir);
  expect(first.has(wanted())).toBe(false);
  expect(await first.keep(wanted(), report('one'))).toBe('pdf/faceward-C1-S1.pdf');
  const second = await openExportFolder(dir);
  expect(second.has(wanted())).toBe(true);
  for (const other of [{ sessionId: 'b' }, { format: 'csv' }, { language: 'nl' }, { isIdentified: true }] as const) {
    expect(second.has(wanted(other)), JSON.stringify(other)).toBe(false);
  }
});

test('a file that somebody deleted is wanted again', async () => {
  const folder = await openExportFolder(dir);
  rmSync(join(dir, await folder.keep(wanted(), report('one'))));
  expect((await openExportFolder(dir)).has(wanted())).toBe(false);
});

test('two sessions whose reports have one name get a file each, also by a later run; the same one is written over', async () => {
  const folder = await openExportFolder(dir);
  await folder.keep(wanted(), report('one'));
  const later = await openExportFolder(dir);
  expect(await later.keep(wanted({ sessionId: 'b' }), report('two'))).toBe('pdf/faceward-C1-S1-2.pdf');
  expect(await later.keep(wanted(), report('one, corrected'))).toBe('pdf/faceward-C1-S1.pdf');
  expect(contentOf('pdf/faceward-C1-S1.pdf')).toBe('one, corrected');
  expect(contentOf('pdf/faceward-C1-S1-2.pdf')).toBe('two');
});

test('a record whose last line was cut off by a power cut costs that one file only', async () => {
  const folder = await openExportFolder(dir);
  await folder.keep(wanted(), report('one'));
  await folder.keep(wanted({ sessionId: 'b' }), report('two'));
  const record = join(dir, 'faceward-export.txt');
  writeFileSync(record, readFileSync(record, 'utf8').slice(0, -30));
  const later = await openExportFolder(dir);
  expect([later.has(wanted()), later.has(wanted({ sessionId: 'b' }))]).toEqual([true, false]);
});

test('nothing in the folder tells the store’s ids, and no half file is left', async () => {
  const folder = await openExportFolder(dir);
  await folder.keep(wanted(), report('one'));
  expect(contentOf('faceward-export.txt')).not.toContain('a-session');
  expect(readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('sessions in BIDS become one dataset, whatever run they come from; one that was corrected takes its place', async () => {
  const source = sourceOf();
  const dataset = (id: string, change = {}) => ({
    fileName: 'x.zip',
    pieces: [zip(bidsFilesOf(richDocument({ session: { ...source.session, id }, ...change }), richSamples()))],
  });
  await (await openExportFolder(dir)).keep(wanted({ format: 'bids' }), dataset('s-1'));
  const later = await openExportFolder(dir);
  await later.keep(wanted({ format: 'bids', sessionId: 'b' }), dataset('s-2'));
  const events = await later.keep(wanted({ format: 'bids' }), dataset('s-1', { annotations: [] }));
  expect(contentOf('bids/sub-KID7/sub-KID7_sessions.tsv').trimEnd().split('\n')).toHaveLength(3);
  expect(contentOf('bids/participants.tsv').trimEnd().split('\n')).toHaveLength(2);
  expect(contentOf(events)).not.toContain('annotation');
  expect(existsSync(join(dir, 'bids/sub-KID7/ses-s2'))).toBe(true);
});

test.each([
  '../outside.pdf',
  'pdf/../../outside.pdf',
  '/tmp/outside.pdf',
  '..\\outside.pdf',
  'pdf\\..\\..\\outside.pdf',
  'C:\\outside.pdf',
  'C:outside.pdf',
])('a record that names %s is refused, and nothing is written there', async (path) => {
  const folder = await openExportFolder(dir);
  await folder.keep(wanted(), report('one'));
  const record = join(dir, 'faceward-export.txt');
  writeFileSync(record, readFileSync(record, 'utf8').replace('pdf/faceward-C1-S1.pdf', path));
  await expect(openExportFolder(dir)).rejects.toThrow(/names a file outside of that folder .*Take the line out/);
  expect(existsSync(join(dir, '../outside.pdf'))).toBe(false);
});

test.skipIf(process.platform === 'win32')('a link out of the folder is not followed', async () => {
  const elsewhere = join(dir, '../elsewhere');
  mkdirSync(elsewhere);
  const folder = await openExportFolder(dir);
  symlinkSync(elsewhere, join(dir, 'pdf'));
  await expect(folder.keep(wanted(), report('one'))).rejects.toThrow(/leads to .*elsewhere, outside of/);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('a report that is given up in the middle leaves what was there, and no part of itself', async () => {
  const folder = await openExportFolder(dir);
  await folder.keep(wanted(), report('one'));
  async function* broken() {
    yield new TextEncoder().encode('half of ');
    throw new Error('ENOSPC: no space left on device, write');
  }
  const again = { fileName: 'faceward-C1-S1.pdf', pieces: broken() };
  await expect(folder.keep(wanted(), again)).rejects.toThrow('no space left');
  expect(contentOf('pdf/faceward-C1-S1.pdf')).toBe('one');
  expect(readdirSync(join(dir, 'pdf'))).toEqual(['faceward-C1-S1.pdf']);
});
