import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogRecord } from '../../core/training/log-record.ts';
import { firstEvent, stepEvent, valEvent } from './tensorboard-events.ts';

/**
 * The same run, whose log is also kept in a folder: `log.jsonl`, one record a line, and an event file that TensorBoard
 * reads. A run that is resumed goes on in `log.jsonl` and begins another event file, which TensorBoard joins to the first.
 *
 * @throws Error of node:fs when the folder cannot be written.
 */
export async function* withLogFiles<Result>(
  run: AsyncGenerator<LogRecord, Result>,
  dir: string,
  now: () => number = Date.now,
): AsyncGenerator<LogRecord, Result> {
  await mkdir(dir, { recursive: true });
  const startedAtMs = now();
  await using lines = await open(join(dir, 'log.jsonl'), 'a');
  await using events = await open(join(dir, `events.out.tfevents.${startedAtMs}.faceward`), 'a');
  await events.appendFile(firstEvent(startedAtMs));
  try {
    let next = await run.next();
    for (; !next.done; next = await run.next()) {
      await lines.appendFile(`${JSON.stringify(next.value)}\n`);
      const event = stepEvent(next.value) ?? valEvent(next.value);
      if (event) await events.appendFile(event);
      yield next.value;
    }
    return next.value;
  } finally {
    // Ends the run itself where its reader, or the disk, has ended this one.
    await run.return(undefined as Result);
  }
}
