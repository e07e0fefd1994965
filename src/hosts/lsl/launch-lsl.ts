import { entryBeside } from '../../core/engine/entry-beside.node.ts';
import type { LaunchLsl, LslStart, LslTold, SteadyLine } from '../../service/runtime/lsl/launch-lsl.ts';
import type { StartProgram } from '../processes/program-process.ts';

const ENTRY = entryBeside(import.meta.url, './lsl-process.ts');

/** A process that was told to stop and still lives after this is killed. */
const EXIT_WITHIN_MS = 5_000;

export type ToLsl =
  | { readonly kind: 'start'; readonly start: LslStart }
  | { readonly kind: 'push'; readonly lines: readonly SteadyLine[] }
  | { readonly kind: 'stop' };

export type FromLsl =
  | { readonly kind: 'told'; readonly told: LslTold }
  | { readonly kind: 'failed'; readonly details: string };

/** Opens streams in processes of the kind that the host starts. */
export function lslLauncher(start: StartProgram): LaunchLsl {
  return (streams, { onTold, onEnded }) => {
    const program = start<ToLsl, FromLsl>(ENTRY);
    let isAlive = true;
    let isStopping = false;
    let failed: string | null = null;
    program.onMessage((message) => {
      if (message.kind === 'told') onTold(message.told);
      else failed = message.details;
    });
    program.onExit((code) => {
      isAlive = false;
      onEnded(isStopping ? null : (failed ?? `the process ended (${code})`));
    });
    program.send({ kind: 'start', start: streams });
    return {
      push: (lines) => isAlive && program.send({ kind: 'push', lines }),
      stop() {
        if (isStopping || !isAlive) return;
        isStopping = true;
        program.send({ kind: 'stop' });
        setTimeout(() => isAlive && program.kill(), EXIT_WITHIN_MS).unref();
      },
    };
  };
}
