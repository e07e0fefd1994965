import { rm } from 'node:fs/promises';
import { type FaceSet, selectFaces } from '../../core/dataset/faces/face-set.ts';
import type { Engine } from '../../core/engine/engine.ts';
import { softmaxAt } from '../../core/evaluation/calibration/temperature.ts';
import { balancedAccuracy } from '../../core/evaluation/metrics/balanced-accuracy.ts';
import { confusionOf } from '../../core/evaluation/metrics/confusion.ts';
import { mostLikely } from '../../core/evaluation/most-likely.ts';
import { cellConfig } from '../../core/study/cell-config.ts';
import { cellId } from '../../core/study/cell-id.node.ts';
import type { CellResult, CellTaken, DoneResult } from '../../core/study/cell-result.ts';
import { scoreCell, testImagesOf } from '../../core/study/score-cell.ts';
import type { Cell } from '../../core/study/study.ts';
import { readCheckpoint, writeCheckpoint } from '../../core/training/checkpoint.node.ts';
import type { Checkpoint } from '../../core/training/checkpoint.ts';
import { requireWorking } from '../../core/training/engine-failure.ts';
import { TrainingFailure } from '../../core/training/failures.ts';
import { predictLogits } from '../../core/training/net/forward.ts';
import type { TrainedNet } from '../../core/training/net/trained-net.ts';
import { gradientOnEngine } from '../../core/training/start-engine/gradient-on-engine.node.ts';
import { train } from '../../core/training/trainer.ts';
import { lossOf, valChildren } from '../../core/training/val-loss.ts';
import { FailureError } from '../../core/words/failure-error.ts';
import { countTestLook } from '../train/test-looks.node.ts';
import { CellLost, type HeldCell, lockCell } from './cell-lock.node.ts';
import { lookerOf } from './cells-looks.node.ts';
import type { StudyFaces } from './study-faces.node.ts';
import type { StudyFile } from './study-file.ts';
import { readResult, readTaken, STUDY_PATHS, writeResult, writeTaken } from './study-folder.node.ts';

/** How a cell was left. */
export type CellEnd =
  /** It has its result, now or from before. */
  | { readonly kind: 'finished'; readonly result: CellResult }
  /** It was stopped, with a checkpoint. */
  | { readonly kind: 'stopped' }
  /** Another process runs it. */
  | { readonly kind: 'taken'; readonly by: string };

export interface CellPlace {
  /** Already started, and the one that the study names. */
  readonly engine: Engine;
  readonly study: StudyFile;
  readonly faces: StudyFaces;
  /** The study's folder. */
  readonly dir: string;
  /** The site's folder of data, in which looks at test sets are counted; null counts none. */
  readonly dataDir: string | null;
}

export interface CellOptions {
  /** Aborting it stops the cell after the step under way. */
  readonly signal: AbortSignal;
  /** Called after every step with the number made so far. */
  readonly onStep: (step: number) => void;
}

interface Running extends CellOptions {
  readonly lock: HeldCell;
}

/** Short epochs would spend more time on writing than on training; a kill costs this much at most. */
const CHECKPOINT_EVERY_MS = 20_000;

/** A failure that lies in the cell, so that it would fail again; a checkpoint of another run is none. */
const OWN_FAILURES: ReadonlySet<string> = new Set(['collapsed', 'loss-not-finite']);

/**
 * Runs one cell, or goes on with it: train, read the test children, write the result.
 *
 * A cell that cannot succeed gets a result that says so; what is no fault of the cell (a full disk, an engine that is
 * lost) is thrown and leaves it to be run again.
 */
export async function runCell(place: CellPlace, cell: Cell, options: CellOptions): Promise<CellEnd> {
  const { study, dir } = place;
  const id = cellId(cell, study.plan, study.surroundings);
  const lock = await lockCell(STUDY_PATHS.lock(dir, id), new Date());
  if (lock.kind === 'taken') return lock;
  try {
    const before = await readResult(dir, id);
    if (before) return { kind: 'finished', result: before };
    const result = await resultOf(place, cell, id, { ...options, lock });
    lock.requireHeld();
    writeResult(dir, result);
    for (const path of [STUDY_PATHS.checkpoint, STUDY_PATHS.taken]) await rm(path(dir, id), { force: true });
    return { kind: 'finished', result };
  } catch (error) {
    if (options.signal.aborted && error === options.signal.reason) return { kind: 'stopped' };
    if (error instanceof CellLost) return { kind: 'taken', by: error.by };
    throw error;
  } finally {
    lock.release();
  }
}

async function resultOf(place: CellPlace, cell: Cell, id: string, options: Running): Promise<CellResult> {
  const trained = await netOrFailure(place, cell, id, options);
  const finishedAtIso = new Date().toISOString();
  if ('code' in trained) return { kind: 'failed', id, ...trained, finishedAtIso };

  const { net, taken } = trained;
  const val = await scoreVal(net, place.faces.val);
  if (cell.tunes) {
    await requireWorking(place.engine);
    return { kind: 'tuned', id, val, ...taken(), finishedAtIso };
  }
  const { rows, ...test } = testImagesOf(place.faces.test, net.classes);
  const logits = await predictLogits(net, selectFaces(place.faces.test, rows));
  await requireWorking(place.engine);
  for (const testHash of place.faces.testHashes) {
    if (place.dataDir !== null) countTestLook(place.dataDir, { testHash, modelId: lookerOf(id), atMs: Date.now() });
  }
  const scored = scoreCell(test, softmaxAt(logits, net.classes.length, 1));
  return { kind: 'done', id, ...scored, val, ...taken(), finishedAtIso };
}

async function scoreVal(net: TrainedNet, val: FaceSet): Promise<DoneResult['val']> {
  const children = valChildren(val, net);
  const logits = await predictLogits(net, children.faces);
  const { predicted } = mostLikely(logits, net.classes.length);
  const confusion = confusionOf(children.classes, predicted, net.classes.length);
  return { balancedAccuracy: balancedAccuracy(confusion)!, loss: lossOf(logits, children, net.classes.length) };
}

interface TrainedCell {
  readonly net: TrainedNet;
  /** What the cell has taken by now. */
  readonly taken: () => CellTaken;
}

type Failure = { readonly code: string; readonly reason: string };

async function netOrFailure(
  place: CellPlace,
  cell: Cell,
  id: string,
  options: Running,
): Promise<TrainedCell | Failure> {
  try {
    return await trainCell(place, cell, id, options);
  } catch (error) {
    if (error instanceof TrainingFailure && OWN_FAILURES.has(error.code)) {
      return { code: error.code, reason: error.message };
    }
    if (error instanceof RangeError || error instanceof FailureError)
      return { code: 'impossible', reason: error.message };
    throw error;
  }
}

async function trainCell(
  { engine, study, faces, dir }: CellPlace,
  cell: Cell,
  id: string,
  { signal, onStep, lock }: Running,
): Promise<TrainedCell> {
  const file = STUDY_PATHS.checkpoint(dir, id);
  const checkpoint = await readCheckpoint(file);
  const before = await readTaken(dir, id);
  const starts = before.starts + 1;
  writeTaken(dir, id, { ...before, starts });
  const startedAtMs = performance.now();
  let { steps, rows } = before;
  const taken = () => ({ steps, rows, starts, seconds: before.seconds + (performance.now() - startedAtMs) / 1000 });
  let savedAtMs = startedAtMs;
  const saveCheckpoint = async (checkpoint: Checkpoint) => {
    if (!signal.aborted && performance.now() - savedAtMs < CHECKPOINT_EVERY_MS) return;
    lock.requireHeld();
    await writeCheckpoint(file, checkpoint);
    writeTaken(dir, id, taken());
    savedAtMs = performance.now();
  };
  // Each batch at once, on one worker: the cores are for the other cells.
  const onEngine = await gradientOnEngine(engine, 1);
  const run = train(cellConfig(cell, study.plan), faces, {
    signal,
    saveCheckpoint,
    checkpoint,
    now: Date.now,
    // The rest of what must agree is in the cell's id, by which its checkpoint is named.
    identity: { splitHash: study.surroundings.splitHash, engine: engine.name },
    gradient(spec, objective, layout, weights, batch) {
      steps += 1;
      rows += batch.classes.length;
      return onEngine.gradient(spec, objective, layout, weights, batch);
    },
  });
  try {
    let next = await run.next();
    for (; !next.done; next = await run.next()) if (next.value.kind === 'step') onStep(next.value.step);
    return { net: next.value, taken };
  } finally {
    await onEngine.close();
  }
}
