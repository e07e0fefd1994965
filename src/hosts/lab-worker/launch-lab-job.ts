import { entryBeside } from '../../core/engine/entry-beside.node.ts';
import { failure } from '../../core/words/failure.ts';
import { englishOf } from '../../core/words/failure-sentence.ts';
import type { LabJobInput, LabJobName, LabJobOutput, LabJobTold } from '../../jobs/lab/lab-jobs.ts';
import type { LabJobEnd, LabJobUnderWay, LaunchLabJob } from '../../service/runtime/lab-jobs/launch-lab-job.ts';
import { createMessageStream } from '../processes/message-stream.ts';
import type { ProgramProcess, StartProgram } from '../processes/program-process.ts';
import type { FromLabWorker, ToLabWorker } from './lab-worker-messages.ts';

const ENTRY = entryBeside(import.meta.url, './lab-worker-process.ts');

/** A process that said it was done and still lives after this is killed. */
const EXIT_WITHIN_MS = 5_000;

/** Runs the lab's jobs in processes of the kind that the host starts. */
export function labJobLauncher(start: StartProgram): LaunchLabJob {
  return (name, input) => runJob(start<ToLabWorker, FromLabWorker>(ENTRY), name, input);
}

/** Runs one job in a process that was just started. */
function runJob<Name extends LabJobName>(
  program: ProgramProcess<ToLabWorker, FromLabWorker>,
  name: Name,
  input: LabJobInput<Name>,
): LabJobUnderWay<Name> {
  type End = LabJobEnd<LabJobOutput<Name>>;
  const told = createMessageStream<LabJobTold<Name>>();
  const { promise: done, resolve } = Promise.withResolvers<End>();
  let alive = true;

  const finish = (end: End) => {
    told.end();
    resolve(end);
  };
  program.onMessage((message) => {
    if (message.kind === 'told') {
      told.push(message.told as LabJobTold<Name>);
      return;
    }
    finish(message.end as End);
    setTimeout(() => alive && program.kill(), EXIT_WITHIN_MS).unref();
  });
  program.onExit((code) => {
    alive = false;
    const ended = failure('lab.worker-ended', { code });
    finish({ kind: 'failed', failure: ended, details: englishOf(ended) });
  });
  program.send({ kind: 'start', name, input });
  return { told, done, stop: () => alive && program.send({ kind: 'stop' }) };
}
