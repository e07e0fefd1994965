/**
 * A process of a study: starts the engine, takes the faces over, and runs one cell after the other as it is told to.
 *
 * A Ctrl-C at the terminal reaches it too and is left to the command, which tells it to stop. When the command dies it
 * stops as if it had been told to: after the step under way, with a checkpoint.
 */

import { cellsToRun } from '../../../core/study/study.ts';
import { reopenEngine } from '../../../jobs/study/begin-study.node.ts';
import { cellIds } from '../../../jobs/study/collect-study.node.ts';
import { type CellPlace, runCell } from '../../../jobs/study/run-cell.node.ts';
import type { WorkerEnd } from '../../../jobs/study/study-worker.ts';
import { parentPort } from '../../processes/parent-port.ts';
import type { FromStudyProcess, ToStudyProcess } from './study-messages.ts';

/** Steps are told this often at most. */
const TELL_EVERY_MS = 250;

const port = parentPort<ToStudyProcess, FromStudyProcess>();
const stopping = new AbortController();
let place: Promise<CellPlace> | null = null;

process.on('SIGINT', () => {});
process.on('SIGTERM', () => stopping.abort());
port.onLost(() => stopping.abort());
port.onMessage((message) => void take(message));

async function take(message: ToStudyProcess): Promise<void> {
  if (message.kind === 'close') return port.close();
  if (message.kind === 'stop') return stopping.abort();
  if (message.kind === 'run') return port.send({ kind: 'end', end: await run(message.id) });
  const { kind: _, ...given } = message;
  place = reopenEngine(given.study, given.dataDir).then((engine) => ({ engine, ...given }));
  // A failure is told when the first cell is asked for.
  place.catch(() => {});
}

async function run(id: string): Promise<WorkerEnd> {
  try {
    if (!place) throw new Error('a start was expected before a cell');
    const { study } = await place;
    const cell = cellsToRun(study.plan)[cellIds(study).indexOf(id)];
    if (!cell) throw new Error(`a cell of the study was expected; found ${id}`);
    return await runCell(await place, cell, { signal: stopping.signal, onStep: nowAndThen() });
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error), isAlive: true };
  }
}

function nowAndThen(): (step: number) => void {
  let toldAtMs = 0;
  return (step) => {
    if (performance.now() - toldAtMs < TELL_EVERY_MS) return;
    toldAtMs = performance.now();
    void port.send({ kind: 'step', step });
  };
}
