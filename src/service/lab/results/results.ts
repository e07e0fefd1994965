import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '../../../contract/error.ts';
import type { Mistake, RunImages } from '../../../contract/results.ts';
import { EMOTIONS, type Emotion } from '../../../core/emotion/emotion.ts';
import { worstMistakes } from '../../../core/evaluation/worst-mistakes.ts';
import { MODEL_FILES } from '../../../core/registry/model-folder.node.ts';
import { countRunImages, readRunImages as imagesOf } from '../../../core/store/lab/run-images.node.ts';
import type { StoredRun } from '../../../core/store/lab/runs.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Handlers } from '../../runtime/call-context.ts';
import { runQueryTask } from '../../runtime/query-thread.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { existingRun } from '../runs/existing-run.ts';
import { runDir } from '../runs/run-folder.ts';
import { readRunImages } from './read-run-images.ts';
import { scoredRun } from './scored-run.ts';

type ResultsMethod =
  | 'results.images'
  | 'results.readImages'
  | 'results.worstMistakes'
  | 'results.compare'
  | 'results.points';

/** As many as fill two rows. */
const MISTAKES = 16;

/** What came of runs: their images, runs side by side, a map of their faces. */
export const resultsHandlers: Handlers<ResultsMethod> = {
  'results.images'({ db, runtime, site }, { runId }): RunImages {
    const run = existingRun(db, runId);
    const hasModel = existsSync(join(runDir(site.folder, runId), MODEL_FILES.config));
    return {
      known: countRunImages(db, runId),
      isReading: runtime.runReadings.isUnderWay(runId),
      canRead: run.state === 'finished' && hasModel && runtime.labJobs.canStart,
      failure: runtime.runReadings.failureOf(runId),
    };
  },

  'results.readImages'(context, { runId }) {
    const { db, runtime, site } = context;
    const run = existingRun(db, runId);
    if (run.state !== 'finished') {
      throw new CallError('conflict', failure('lab.run-not-finished', { state: run.state }));
    }
    if (runtime.runReadings.isUnderWay(runId)) throw new CallError('conflict', failure('lab.run-images-under-way'));
    recordAction(context, 'results.readImages', runId);
    readRunImages(runtime, site, run);
    return {};
  },

  'results.worstMistakes'({ db }, { runId }): Mistake[] {
    const run = existingRun(db, runId);
    const images = imagesOf(db, runId, 'test');
    const scored = scoredRun(images, classesOf(run));
    return worstMistakes(scored.images, MISTAKES).map(({ row, ...mistake }) => ({
      imageKey: scored.keys[row]!,
      ...mistake,
    }));
  },

  async 'results.compare'({ db, site }, { runIds }) {
    for (const runId of runIds) existingRun(db, runId);
    return await runQueryTask(site, 'compare-runs', { runIds: [...new Set(runIds)] });
  },

  async 'results.points'({ db, site }, { runId }) {
    existingRun(db, runId);
    return await runQueryTask(site, 'run-points', { runId });
  },
};

function classesOf({ test }: StoredRun): readonly Emotion[] {
  return (test as { classes?: readonly Emotion[] } | null)?.classes ?? EMOTIONS;
}
