import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LogRecord } from '../../core/training/log-record.ts';
import { withLogFiles } from './run-log-files.node.ts';
import { firstEvent, stepEvent } from './tensorboard-events.ts';

const LOG: LogRecord[] = [
  { kind: 'stage', stage: 'training', message: 'begins', atMs: 1000 },
  ...[1, 2].map(
    (step): LogRecord => ({
      kind: 'step',
      stage: 'training',
      step,
      steps: 2,
      epoch: 1,
      loss: 2 / step,
      learningRate: 0.1,
      atMs: 1000 + step,
      leftMs: null,
    }),
  ),
];

let dir = '';

beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'run-log-')), 'deeper');
});

afterEach(() => rm(join(dir, '..'), { recursive: true }));

async function* run(failure?: Error): AsyncGenerator<LogRecord, string> {
  yield* LOG;
  if (failure) throw failure;
  return 'the model';
}

async function drain<Result>(records: AsyncGenerator<LogRecord, Result>): Promise<[LogRecord[], Result]> {
  const seen: LogRecord[] = [];
  for (;;) {
    const next = await records.next();
    if (next.done) return [seen, next.value];
    seen.push(next.value);
  }
}

it('passes the run on as it is and keeps its log twice; a resumed run goes on', async () => {
  expect(await drain(withLogFiles(run(), dir, () => 5000))).toEqual([LOG, 'the model']);
  await drain(withLogFiles(run(), dir, () => 9000));
  expect((await readdir(dir)).sort()).toEqual([
    ...['events.out.tfevents.5000.faceward', 'events.out.tfevents.9000.faceward', 'log.jsonl'],
  ]);
  const lines = (await readFile(join(dir, 'log.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([...LOG, ...LOG]);
  const events = [firstEvent(5000), stepEvent(LOG[1]!)!, stepEvent(LOG[2]!)!];
  expect(await readFile(join(dir, 'events.out.tfevents.5000.faceward'))).toEqual(Buffer.concat(events));
});

it('keeps the log of a run that failed up to its end', async () => {
  await expect(drain(withLogFiles(run(new Error('the disk is full')), dir))).rejects.toThrow('the disk is full');
  expect((await readFile(join(dir, 'log.jsonl'), 'utf8')).trim().split('\n').length).toBe(3);
});
