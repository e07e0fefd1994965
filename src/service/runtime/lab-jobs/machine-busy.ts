import type { RunningSessions } from '../running-sessions.ts';
import type { Trainings } from '../trainings.ts';

interface MachineUsers {
  readonly runningSessions: Pick<RunningSessions, 'any'>;
  readonly trainings: Pick<Trainings, 'any'>;
}

/** Whether a live session, or a training, has the machine for itself. */
export function isMachineBusy({ runningSessions, trainings }: MachineUsers): boolean {
  return runningSessions.any() || trainings.any();
}
