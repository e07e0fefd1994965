import { EXIT_CODES } from './run-command.ts';

/**
 * Ends the program without a word once nobody reads what it prints, as in `faceward --help | head -1`: other commands
 * are ended there by the signal SIGPIPE, which Node ignores and tells as an error that nobody would catch.
 */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(EXIT_CODES.unread);
    });
  }
}
