import { setTimeout as delay } from 'node:timers/promises';
import { studyCells } from '../../core/study/study.ts';
import type { LogRecord } from '../../core/training/log-record.ts';
import { beginStudy, reopenEngine, reopenFaces } from './begin-study.node.ts';
import { cellIds, collectStudy, openCells } from './collect-study.node.ts';
import { runCell } from './run-cell.node.ts';
import type { StudyFile, StudySettings } from './study-file.ts';
import { readStudy } from './study-folder.node.ts';

export interface StudyJob {
  /** The study's folder. */
  readonly dir: string;
  /** What a new study is made of; a study that is in the folder goes on as it is. */
  readonly settings: StudySettings;
  /** The site's folder of data: faces are kept there, and looks counted. */
  readonly dataDir: string;
}

/** What a study tells as it goes. */
export type StudyTold =
  | { readonly kind: 'log'; readonly record: LogRecord }
  /** Plan, engine and split are fixed, and the images at hand. */
  | { readonly kind: 'begun'; readonly study: StudyFile }
  | { readonly kind: 'step'; readonly cell: number; readonly step: number }
  /** A cell has its result. */
  | { readonly kind: 'cell'; readonly cell: number }
  /** The report in the folder was made anew. */
  | { readonly kind: 'collected' };

/** Steps, and what is known of the images, are told this often. */
const TELL_EVERY_MS = 500;
/** A report takes a second or two to make. */
const COLLECT_EVERY_MS = 30_000;

/**
 * Begins a study or goes on with it, one cell after the other in this process.
 *
 * @returns Cells without a result: those that another process has.
 * @throws The signal's reason when stopped, after a checkpoint.
 */
export async function* runStudyJob(
  { dir, settings, dataDir }: StudyJob,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<StudyTold, { readonly open: number }> {
  const waiting: StudyTold[] = [];
  const options = {
    signal,
    kept: { dataDir },
    onLog: (record: LogRecord) => void waiting.push({ kind: 'log', record }),
  };
  const { study, faces, engine } = yield* telling(open(dir, settings, options), waiting);
  yield { kind: 'begun', study };

  const ids = cellIds(study);
  const cells = studyCells(study.plan);
  const place = { engine, study, faces, dir, dataDir };
  let collectedAtMs = performance.now();
  for (const id of await openCells(dir, study)) {
    signal.throwIfAborted();
    const cell = ids.indexOf(id);
    let step = 0;
    const running = runCell(place, cells[cell]!, { signal, onStep: (made) => (step = made) });
    try {
      for (;;) {
        if (await isOver(running)) break;
        yield { kind: 'step', cell, step };
      }
    } finally {
      // A stop comes while a step is told: the checkpoint is waited for.
      await running.catch(() => {});
    }
    const end = await running;
    if (end.kind === 'stopped') signal.throwIfAborted();
    if (end.kind !== 'finished') continue;
    yield { kind: 'cell', cell };
    if (performance.now() - collectedAtMs < COLLECT_EVERY_MS) continue;
    await collectStudy(dir, study);
    yield { kind: 'collected' };
    collectedAtMs = performance.now();
  }
  await collectStudy(dir, study);
  yield { kind: 'collected' };
  return { open: (await openCells(dir, study)).length };
}

type Opening = Parameters<typeof beginStudy>[2];

async function open(dir: string, settings: StudySettings, options: Opening) {
  const before = await readStudy(dir);
  const begun = before ? { study: before, faces: null } : await beginStudy(settings, dir, options);
  const engine = await reopenEngine(begun.study, options.kept.dataDir ?? null);
  return { study: begun.study, faces: begun.faces ?? (await reopenFaces(dir, begun.study, options)), engine };
}

/** Tells what gathers while something is made. */
async function* telling<T>(making: Promise<T>, waiting: StudyTold[]): AsyncGenerator<StudyTold, T> {
  while (!(await isOver(making))) yield* waiting.splice(0);
  yield* waiting.splice(0);
  return await making;
}

async function isOver(promise: Promise<unknown>): Promise<boolean> {
  const over = promise.then(
    () => true,
    () => true,
  );
  return Promise.race([over, delay(TELL_EVERY_MS, false)]);
}
