/** A program of ours in a process of its own, as far as whoever started it needs it. */
export interface ProgramProcess<ToProgram, FromProgram> {
  /** Arrives, in order, unless the process ends first. */
  send(message: ToProgram): void;
  onMessage(listener: (message: FromProgram) => void): void;
  /** @param listener Told in words how the process ended, e.g. "with code 1". */
  onExit(listener: (how: string) => void): void;
  kill(): void;
}

/**
 * Starts a program that talks by `parentPort()`; each host has its own kind of process.
 *
 * @param entry The program's file; see entryBeside.
 */
export type StartProgram = <ToProgram, FromProgram>(entry: string) => ProgramProcess<ToProgram, FromProgram>;
