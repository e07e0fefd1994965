import { entryBeside } from '../../core/engine/entry-beside.node.ts';
import type { LaunchTrainer } from '../../service/runtime/launch-trainer.ts';
import type { StartProgram } from '../processes/program-process.ts';
import type { FromTrainer, ToTrainer } from './trainer-messages.ts';
import { runTraining } from './training-process.ts';

const ENTRY = entryBeside(import.meta.url, './trainer-process.ts');

/** Trains in a process of the kind that the host starts. */
export function trainerLauncher(start: StartProgram): LaunchTrainer {
  return (job) => runTraining(start<ToTrainer, FromTrainer>(ENTRY), job);
}
