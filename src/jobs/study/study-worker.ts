import type { CellEnd } from './run-cell.node.ts';

/** A process that runs the cells of a study, one after the other, with engine and faces loaded once. */
export interface StudyWorker {
  /**
   * @param onStep Told now and then how many steps of the cell are made.
   * @returns Never rejects: a process that dies, or a cell that cannot be run here, is a broken end.
   */
  run(id: string, onStep: (step: number) => void): Promise<WorkerEnd>;
  /** Asks for a stop after the step under way, with a checkpoint. */
  stop(): void;
  /** Ends the process. To be called between two cells. */
  close(): void;
}

/** `isAlive` tells whether the process can run another cell. */
export type WorkerEnd = CellEnd | { readonly kind: 'broken'; readonly message: string; readonly isAlive: boolean };

/** Starts a process; each host has its own kind. */
export type LaunchStudyWorker = () => StudyWorker;
