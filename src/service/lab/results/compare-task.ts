import type { ComparedRuns, RunPair } from '../../../contract/results.ts';
import type { Run } from '../../../contract/training.ts';
import { differencesBetween } from '../../../core/evaluation/compare-models.ts';
import type { Evaluation } from '../../../core/evaluation/evaluation-schema.ts';
import { readRunImages } from '../../../core/store/lab/run-images.node.ts';
import { findRun, readRunLog } from '../../../core/store/lab/runs.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { type LogRecord, logRecordSchema } from '../../../core/training/log-record.ts';
import { describeRun } from '../runs/describe-run.ts';
import { differingSettings } from './differing-settings.ts';
import { type ScoredRun, scoredRun } from './scored-run.ts';

/** A curve is drawn from at most so many of a run's steps. */
const MOST_STEPS = 400;

/** Runs side by side: their curves and figures, the settings that differ, and every two of them on the same test images. */
export function compareRuns(db: ReadableDb, { runIds }: { readonly runIds: readonly string[] }): ComparedRuns {
  const stored = runIds.map((runId) => findRun(db, runId)!);
  const runs = stored.map((each) => describeRun(each));
  const logs = runIds.map((runId) => thinned(readRunLog(db, runId).map((record) => logRecordSchema.parse(record))));
  const tested = runs.map((run) => testedOf(db, run));
  const pairs = runs.flatMap((candidate, later) =>
    runs.slice(0, later).map((reference, earlier): RunPair => {
      const ids = { candidateId: candidate.id, referenceId: reference.id };
      return { ...ids, ...pairOf(tested[later] ?? null, tested[earlier] ?? null, reference.name) };
    }),
  );
  return {
    runs: runs.map((run, index) => ({ run, log: logs[index]! })),
    differing: differingSettings(stored),
    pairs,
  };
}

interface TestedRun {
  readonly evaluation: Evaluation;
  readonly seed: number;
  readonly scored: ScoredRun;
}

function testedOf(db: ReadableDb, { id, seed, test: evaluation }: Run): TestedRun | null {
  const rows = evaluation ? readRunImages(db, id, 'test') : [];
  return evaluation && rows.length > 0 ? { evaluation, seed, scored: scoredRun(rows, evaluation.classes) } : null;
}

function pairOf(
  candidate: TestedRun | null,
  reference: TestedRun | null,
  referenceModelId: string,
): Pick<RunPair, 'comparison' | 'why'> {
  const not = (why: RunPair['why']) => ({ comparison: null, why });
  if (!candidate || !reference) return not('not-read');
  const [ours, theirs] = [candidate.scored, reference.scored];
  if (ours.images.classes.join() !== theirs.images.classes.join()) return not('other-emotions');
  if (ours.keys.join() !== theirs.keys.join()) return not('other-images');
  if (ours.images.truth.some((each, row) => each !== theirs.images.truth[row])) return not('other-labels');
  const { threshold, subjectsKnown } = reference.evaluation;
  const distress = candidate.evaluation.distressLimits;
  const options = { threshold: threshold ?? 0, distress, seed: candidate.seed, subjectsKnown };
  const theirImages = { ...theirs.images, distress: reference.evaluation.distressLimits };
  const differences = differencesBetween(ours.images, theirImages, options);
  return { comparison: { ...differences, referenceModelId, reference: reference.evaluation }, why: null };
}

/** Every record but steps, and of these so many that a curve keeps its shape. */
function thinned(log: readonly LogRecord[]): LogRecord[] {
  const steps = log.filter(({ kind }) => kind === 'step').length;
  const every = Math.ceil(steps / MOST_STEPS);
  let step = 0;
  return log.filter(({ kind }) => kind !== 'step' || step++ % every === 0);
}
