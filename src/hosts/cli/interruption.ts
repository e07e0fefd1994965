import { EXIT_CODES } from './run-command.ts';
import { sayBeside } from './terminal.ts';

/**
 * Ctrl-C as a signal: the first asks what runs to stop, the second ends the program at once. Dispose it when done.
 *
 * @param notice Said at the first Ctrl-C.
 */
export function interruption(notice: string): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.failed);
    sayBeside(notice);
    controller.abort(new Error('Stopped.'));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
