/** A program of ours in a process of its own, as far as whoever started it needs it. */
export interface ProgramProcess<ToProgram, FromProgram> {
  /** Arrives, in order, unless the process ends first. */
  send(message: ToProgram): void;
  onMessage(listener: (message: FromProgram) => void): void;
  /** @param listener Told how the process ended: its exit code, the signal that ended it, or why it did not start. */
  onExit(listener: (code: string) => void): void;
  kill(): void;
}

/**
 * Starts a program that talks by `parentPort()`; each host has its own kind of process.
 *
 * @param entry The program's file; see entryBeside.
 */
export type StartProgram = <ToProgram, FromProgram>(entry: string) => ProgramProcess<ToProgram, FromProgram>;
