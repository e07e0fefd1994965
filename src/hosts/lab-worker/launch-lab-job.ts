import { entryBeside } from '../../core/engine/entry-beside.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { LabJobName, LabJobOutput, LabJobTold } from '../../jobs/lab/lab-jobs.ts';
import type { LaunchLabJob } from '../../service/runtime/lab-jobs/launch-lab-job.ts';
import type { StartProgram } from '../processes/program-process.ts';
import { runWork } from '../processes/run-work.ts';
import type { FromWork, ToWork } from '../processes/work-messages.ts';

const ENTRY = entryBeside(import.meta.url, './lab-worker-process.ts');

/** What the lab's worker is given. */
export interface LabWork {
  readonly name: LabJobName;
  readonly input: unknown;
}

/** Runs the lab's jobs in processes of the kind that the host starts. */
export function labJobLauncher(start: StartProgram): LaunchLabJob {
  return <Name extends LabJobName>(name: Name, input: unknown) => {
    const program = start<ToWork<LabWork>, FromWork<LabJobTold<Name>, LabJobOutput<Name>>>(ENTRY);
    return runWork(program, { name, input }, (code) => failure('lab.worker-ended', { code }));
  };
}
