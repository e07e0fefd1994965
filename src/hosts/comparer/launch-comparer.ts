import { entryBeside } from '../../core/engine/entry-beside.node.ts';
import { failure } from '../../core/words/failure.ts';
import { englishOf } from '../../core/words/failure-sentence.ts';
import type { ComparisonEnd, LaunchComparison } from '../../service/runtime/comparisons/launch-comparison.ts';
import type { StartProgram } from '../processes/program-process.ts';
import type { FromComparer, ToComparer } from './comparer-messages.ts';

const ENTRY = entryBeside(import.meta.url, './comparer-process.ts');

/** A process that said it was done and still lives after this is killed. */
const EXIT_WITHIN_MS = 5_000;

/** Compares in a process of the kind that the host starts. */
export function comparisonLauncher(start: StartProgram): LaunchComparison {
  return (job, onProgress) => {
    const program = start<ToComparer, FromComparer>(ENTRY);
    const { promise: done, resolve } = Promise.withResolvers<ComparisonEnd>();
    let alive = true;
    program.onMessage((message) => {
      if (message.kind === 'progress') {
        onProgress(message.done, message.total);
        return;
      }
      resolve(message.end);
      setTimeout(() => alive && program.kill(), EXIT_WITHIN_MS).unref();
    });
    program.onExit((code) => {
      alive = false;
      const ended = failure('models.comparison-process-ended', { code });
      resolve({ kind: 'failed', failure: ended, details: englishOf(ended) });
    });
    program.send({ kind: 'start', job });
    return { done, stop: () => alive && program.send({ kind: 'stop' }) };
  };
}
