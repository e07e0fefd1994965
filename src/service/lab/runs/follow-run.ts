import type { EngineName } from '../../../core/engine/engine.ts';
import { readModel } from '../../../core/registry/model-folder.node.ts';
import { appendRunLog, findRun, type RunChange, updateRun } from '../../../core/store/lab/runs.node.ts';
import { isDiskFull } from '../../../core/training/full-disk/disk-full.node.ts';
import type { LogRecord } from '../../../core/training/log-record.ts';
import { type Failure, failure } from '../../../core/words/failure.ts';
import { runDiskFull } from '../../../jobs/train/full-disk/full-disk.node.ts';
import { trainingJobSchema } from '../../../jobs/train/training-job.ts';
import type { TrainingEnd } from '../../runtime/launch-trainer.ts';
import type { OpenSite, Runtime } from '../../runtime/runtime.ts';
import { reportIncident } from '../../runtime/to-call-error.ts';
import type { TrainingListener } from '../../runtime/trainings.ts';
import { readRunImagesAfter } from '../results/read-run-images.ts';
import { describeRun } from './describe-run.ts';
import { endRun } from './ended-runs.ts';
import { runDir } from './run-folder.ts';

/** Records are gathered at most this long before they are written: a write to disk for each would be too many. */
const KEEP_MS = 1_000;

/** Writes a run's log and its end into the store, and tells whoever listens. */
export function followRun(runtime: Runtime, site: OpenSite, runId: string): TrainingListener {
  const { db, folder } = site;
  const nowMs = () => runtime.options.now().getTime();
  let waiting: LogRecord[] = [];
  let writtenAtMs = nowMs();

  const write = () => {
    if (waiting.length > 0) appendRunLog(db, runId, waiting);
    waiting = [];
    writtenAtMs = nowMs();
  };
  /** What a run began on is what it goes on on. */
  const keepEngine = (engine: EngineName) => {
    const run = findRun(db, runId);
    if (!run || run.engine === engine) return;
    const job = { ...trainingJobSchema.parse(run.job), engine };
    const updated = updateRun(db, runId, { engine, job });
    if (updated.kind === 'updated') runtime.events.emit('runs.changed', { run: describeRun(updated.run) });
  };
  return {
    onRecord(record) {
      waiting.push(record);
      try {
        if (record.kind === 'stage' && record.said?.kind === 'engine') keepEngine(record.said.choice.best.name);
        if (record.kind !== 'step' || nowMs() - writtenAtMs > KEEP_MS) write();
      } catch (error) {
        throw isDiskFull(error) ? runDiskFull(runDir(folder, runId), error) : error;
      }
      runtime.events.emit('runs.log', { runId, record });
    },
    async onEnd(end) {
      const change = await changeAtEnd(runtime, end, runDir(folder, runId));
      const run = endRun(runtime, site, runId, { change, log: waiting });
      waiting = [];
      if (!run) return;
      runtime.events.emit('runs.changed', { run: describeRun(run) });
      if (run.state === 'finished') readRunImagesAfter(runtime, site, run);
    },
  };
}

async function changeAtEnd(runtime: Runtime, end: TrainingEnd, dir: string): Promise<RunChange> {
  if (end.kind === 'stopped') return { state: 'stopped' };
  if (end.kind === 'failed') {
    // How it ended, and no incident.
    if (end.failure?.reason === 'training.no-better-than-start') return failed(end.failure);
    const incident = reportIncident(runtime, 'a training', end.details);
    return failed(end.failure ?? failure('training.unexpected', { incident }));
  }
  try {
    const { test, comparison, engine } = (await readModel(dir)).config;
    return { state: 'finished', message: null, test, comparison, engine: engine.name };
  } catch (error) {
    reportIncident(runtime, 'reading the model of a run', error);
    return failed(failure('training.no-model-made'));
  }
}

function failed(why: Failure): RunChange {
  return { state: 'failed', message: JSON.stringify(why) };
}
