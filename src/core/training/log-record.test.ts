import { expect, it } from 'vitest';
import { failure } from '../words/failure.ts';
import { createWords } from '../words/words.ts';
import { logRecordSchema, stageRecord, warningRecord } from './log-record.ts';
import { describeSaid, saying } from './said.ts';

const DUTCH = createWords('nl');

it('says what it says in English, and as data that any reader has words for', () => {
  const record = warningRecord(saying(failure('runLog.no-child-shows', { emotion: 'fear', adults: 1200 })), 5);
  const read = logRecordSchema.parse(JSON.parse(JSON.stringify(record)));
  expect(read).toEqual(record);
  if (read.kind !== 'warning') throw new Error('a warning was expected');
  expect(read.message).toBe('No child image shows Fear: it is learned from 1,200 adult images only.');
  expect(describeSaid(read.said!, DUTCH)).toBe(
    'Geen kinderbeeld toont Angst: die wordt alleen van 1.200 beelden van volwassenen geleerd.',
  );
});

it('names what was left out of a dataset, in whichever language', () => {
  const why = failure('leftOut.file-missing');
  const { said, message } = warningRecord({ kind: 'left-out', problem: { path: 'a.jpg', row: 12, why } }, 0) as {
    said: Parameters<typeof describeSaid>[0];
    message: string;
  };
  expect(message).toMatch(/^Left out a\.jpg, row 12: /);
  expect(describeSaid(said, DUTCH)).toMatch(/^Weggelaten: a\.jpg, rij 12: /);
});

it('keeps the sentence where an earlier version wrote nothing else, or a later one says what this one has no words for', () => {
  const old = { kind: 'stage', stage: 'dataset', message: 'Reading the dataset', atMs: 1 };
  expect(logRecordSchema.parse(old)).toEqual(old);
  const later = stageRecord('dataset', saying(failure('runLog.measuring-statistics')), 1);
  const unknown = JSON.parse(JSON.stringify(later).replace('runLog.measuring-statistics', 'runLog.something-new'));
  expect(logRecordSchema.parse(unknown)).toMatchObject({ message: 'Measuring batch-norm statistics', said: undefined });
});
