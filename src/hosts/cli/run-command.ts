import { FailureError } from '../../core/words/failure-error.ts';
import { Misuse } from './misuse.ts';
import { systemWords } from './refusals/system-words.ts';
import { sayBeside } from './terminal.ts';

/**
 * Done, failed, misuse; a report by a site that is not known, or a site that takes no part in a round; a report whose
 * pages another program rewrote; stopped and saved, to be run again (EX_TEMPFAIL of
 * sysexits.h); nobody reads on, as a shell reports a command that SIGPIPE ended.
 */
export const EXIT_CODES = {
  done: 0,
  failed: 1,
  misuse: 2,
  unknownSite: 3,
  refused: 3,
  pagesRewritten: 4,
  runAgain: 75,
  unread: 141,
} as const;

/**
 * Runs what a command does and turns its end into an exit code. A failure is one message, without stack; the variable
 * FACEWARD_DEBUG adds it.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    sayBeside(`faceward: ${systemWords(messageOf(error))}`);
    if (process.env.FACEWARD_DEBUG) console.error(error);
    process.exitCode = error instanceof Misuse ? EXIT_CODES.misuse : EXIT_CODES.failed;
  }
}

/** A failure that has words of the catalogue, and what a library said of it, which has not. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return error instanceof FailureError && cause instanceof Error ? `${message} (${cause.message})` : message;
}
