import type { ErasureScope } from '../../../core/store/erase/erasure-scope.node.ts';
import { appendRunLog } from '../../../core/store/lab/runs.node.ts';
import { warningRecord } from '../../../core/training/log-record.ts';
import { saying } from '../../../core/training/said.ts';
import { failure } from '../../../core/words/failure.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { removePicturesOfRun } from '../site-folder.ts';
import { forgetVideoFiles } from '../videos/video-files.ts';

/** What reads it beside the store ends, and everybody who shows it looks again. */
export function followErasure(
  runtime: Runtime,
  site: OpenSite,
  { scope, isOfPictures }: { readonly scope: ErasureScope; readonly isOfPictures: boolean },
): void {
  const { childId } = scope.of;
  if (isOfPictures || scope.childId !== null) endReaders(runtime, site, childId);
  if (scope.whole !== 'picture') forgetVideoFiles(site);
  tellOfErasure(runtime, { childId, sessionIds: scope.sessionIds });
}

/** Everybody who shows it looks again. */
export function tellOfErasure(
  { events }: Pick<Runtime, 'events'>,
  { childId, sessionIds }: { readonly childId: string; readonly sessionIds: readonly string[] },
): void {
  for (const sessionId of sessionIds) events.emit('sessions.changed', { sessionId });
  events.emit('children.changed', {});
  events.emit('baselines.changed', { childId });
  events.emit('datasets.changed', {});
  events.emit('ratings.changed', {});
  events.emit('erasures.changed', {});
}

function endReaders(runtime: Runtime, { db, folder }: OpenSite, childId: string): void {
  const now = runtime.options.now();
  const why = failure('training.pictures-erased');
  for (const runId of runtime.trainings.endReadersOf(childId, why)) {
    removePicturesOfRun(folder, runId);
    const record = warningRecord(saying(why), now.getTime());
    appendRunLog(db, runId, [record]);
    runtime.events.emit('runs.log', { runId, record });
  }
  runtime.comparisons.stopReadersOf(childId);
  runtime.runReadings.stopReadersOf(childId);
  runtime.studyRuns.endReaderOf(childId);
}
