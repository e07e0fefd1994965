import { type Indexing, indexingSchema } from '../../../contract/datasets.ts';
import { countByImages, isSealedDir, isUploading } from '../../../core/store/lab/dataset-files.node.ts';
import {
  countImages,
  enterImages,
  enterOpened,
  failIndexing,
  indexingState,
  keepListed,
  loseWaiting,
  nextToIndex,
  pathsDone,
} from '../../../core/store/lab/dataset-images.node.ts';
import { findDataset, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { IndexJob, IndexTold } from '../../../jobs/index/index-images.node.ts';
import { statementOf } from './dataset-statement.ts';
import type { LabJobs } from './lab-jobs.ts';
import { createFaceReader } from './reading-anew.ts';
import { createTries } from './tries.ts';

/**
 * Opens the images of datasets beside everything else, one dataset after the other, and then lets the model in use read the
 * faces that it has not read.
 */
export interface IndexRuns {
  /** Goes on with what is left, if nothing else is under way. To be called when there may be something. */
  wake(): void;
  /**
   * Ends the work on a dataset, and waits for that. What was found by then is kept.
   *
   * @param isBegunAnew True where it begins again at once: nobody who waits for its end is told.
   */
  interrupt(datasetId: string, isBegunAnew?: boolean): Promise<void>;
  /** Ends what is under way for as long as a live session or a training needs the machine. */
  yieldMachine(): void;
  /** How far the images of a dataset are. */
  progress(db: ReadableDb, datasetId: string): Indexing;
  /** Whether images of a dataset are being opened, or will be without anybody's doing. */
  isFindingFaces(db: ReadableDb, datasetId: string): boolean;
  /** Told each time that the work on a dataset has ended. @returns The function that ends it. */
  watchEnds(listener: () => void): () => void;
  any(): boolean;
  /** Ends all for as long as the store is open. */
  stopAll(): Promise<void>;
}

/** What the work needs of the runtime. */
export interface IndexSurroundings {
  readonly labJobs: LabJobs;
  /** The open store; null when it is closed. */
  db(): WritableDb | null;
  /** The folder of a dataset, its sealed files being laid out for as long as they are read. */
  folderToRead(dataset: StoredDataset, isWanted: (path: string) => boolean): Promise<string>;
  forgetLaidOut(datasetId: string): void;
  /** The site's folder of data, in which found faces are kept. */
  readonly dataDir: string;
  /** The model that reads the faces. */
  model(): IndexJob['model'];
  /** A live session, or a training, has the machine for itself. */
  isMachineBusy(): boolean;
  /** A clock in milliseconds that never jumps. */
  readonly uptimeMs: () => number;
  readonly now: () => Date;
  /** Told of progress, and when something about a dataset has changed. */
  emit(event: 'datasets.indexing', data: { datasetId: string; indexing: Indexing }): void;
  emit(event: 'datasets.changed', data: Record<string, never>): void;
  /** @returns The number of the incident. */
  reportIncident(details: unknown): string;
  onIdle(): void;
}

/** Progress is told no more often. */
const TELL_EVERY_MS = 500;

interface UnderWay {
  /** Null while faces of all datasets are read anew. */
  readonly datasetId: string | null;
  readonly startedAtMs: number;
  /** Images opened since. */
  opened: number;
  toldAtMs: number;
  /** Somebody, or something that needs the machine, has asked it to stop. */
  wasAsked: boolean;
  isBegunAnew: boolean;
  stop(): void;
  readonly ended: Promise<unknown>;
}

export function createIndexRuns(surroundings: IndexSurroundings): IndexRuns {
  const { labJobs, uptimeMs, emit } = surroundings;
  const tries = createTries();
  let underWay: UnderWay | null = null;
  let working: Promise<void> | null = null;
  let isAskedAgain = false;
  let isClosing = false;
  const faces = createFaceReader(surroundings);
  const endListeners = new Set<() => void>();

  const progress = (db: ReadableDb, datasetId: string): Indexing => {
    const counts = countImages(db, datasetId);
    const state = indexingState(db, datasetId);
    const mine = underWay?.datasetId === datasetId ? underWay : null;
    const elapsedSeconds = mine ? (uptimeMs() - mine.startedAtMs) / 1000 : 0;
    const secondsLeft = mine && mine.opened > 0 ? (counts.waiting * elapsedSeconds) / mine.opened : null;
    const named = () => {
      if (isUploading(db, datasetId)) return 'uploading';
      if (state?.fault) return 'failed';
      if (state?.isListed && counts.waiting === 0) return 'done';
      if (state?.isStopped) return 'stopped';
      if (mine) return state?.isListed ? 'opening' : 'listing';
      return surroundings.isMachineBusy() ? 'busy' : 'waiting';
    };
    return indexingSchema.parse({ state: named(), ...counts, secondsLeft, failure: state?.fault ?? null });
  };
  const tell = (db: ReadableDb, datasetId: string) =>
    emit('datasets.indexing', { datasetId, indexing: progress(db, datasetId) });

  const index = async (db: WritableDb, datasetId: string) => {
    const dataset = findDataset(db, datasetId);
    const state = indexingState(db, datasetId);
    if (!dataset || !state) return;
    const keys = new Set<number>();
    const onTold = (told: IndexTold) => {
      if (told.kind === 'named') {
        for (const key of enterImages(db, datasetId, told.images)) keys.add(key);
        if (told.last) {
          keepListed(db, datasetId, keys, surroundings.now());
          if (isSealedDir(dataset.dir)) countByImages(db, datasetId);
          emit('datasets.changed', {});
        }
      } else {
        enterOpened(db, datasetId, told.images, told.modelDigest);
        mine.opened += told.images.length;
      }
      if (uptimeMs() - mine.toldAtMs < TELL_EVERY_MS) return;
      mine.toldAtMs = uptimeMs();
      tell(db, datasetId);
    };
    const donePaths = pathsDone(db, datasetId);
    const done = new Set(donePaths);
    const isWanted = (path: string) => !state.isListed || !done.has(path);
    const dir = isSealedDir(dataset.dir) ? await surroundings.folderToRead(dataset, isWanted) : dataset.dir;
    // It may have been stopped or removed while files were laid out.
    if (nextToIndex(db) !== datasetId || isClosing) return surroundings.forgetLaidOut(datasetId);
    const job = labJobs.start(
      'index',
      {
        dir,
        dataDir: surroundings.dataDir,
        statement: statementOf(dataset),
        isListed: state.isListed,
        donePaths,
        model: surroundings.model(),
      },
      (told) => findDataset(db, datasetId) && onTold(told),
    );
    const mine: UnderWay = {
      datasetId,
      startedAtMs: uptimeMs(),
      opened: 0,
      toldAtMs: uptimeMs(),
      wasAsked: false,
      isBegunAnew: false,
      ended: job.ended,
      stop() {
        mine.wasAsked = true;
        job.stop();
      },
    };
    underWay = mine;
    const end = await job.ended;
    underWay = null;
    faces.expectMore();
    surroundings.forgetLaidOut(datasetId);
    if (end.kind === 'finished') loseWaiting(db, datasetId, failure('leftOut.file-missing'));
    const isListed = indexingState(db, datasetId)?.isListed ?? true;
    const hasMoved = mine.opened > 0 || (isListed && !state.isListed);
    const after = tries.after(datasetId, end, { wasAsked: mine.wasAsked, isDone: isListed, hasMoved });
    if (typeof after === 'object') failIndexing(db, datasetId, after);
    else if (end.kind === 'failed') {
      const incident = end.failure && after === 'ended' ? '' : surroundings.reportIncident(end.details);
      if (after === 'ended') failIndexing(db, datasetId, end.failure ?? failure('lab.indexing-failed', { incident }));
    }
    tell(db, datasetId);
    emit('datasets.changed', {});
    if (!mine.isBegunAnew) for (const hear of endListeners) hear();
  };

  /** @returns False where there was nothing to read. */
  const readAnew = async (db: WritableDb): Promise<boolean> => {
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const read = await faces
      .readSome(db, (stop) => {
        const nowMs = uptimeMs();
        const fresh = { startedAtMs: nowMs, opened: 0, toldAtMs: nowMs, wasAsked: false, isBegunAnew: false };
        underWay = { datasetId: null, ...fresh, stop, ended };
      })
      .finally(() => {
        underWay = null;
        resolve();
      });
    if (read === 'last') emit('datasets.changed', {});
    return read !== 'nothing';
  };

  const work = async () => {
    for (;;) {
      const db = surroundings.db();
      if (isClosing || !db || surroundings.isMachineBusy()) return;
      const datasetId = nextToIndex(db);
      if (datasetId !== null) await index(db, datasetId);
      else if (!(await readAnew(db))) return;
    }
  };
  return {
    wake() {
      if (isClosing || !labJobs.canStart) return;
      const db = surroundings.db();
      // New images go before faces that are read anew.
      if (underWay?.datasetId === null && db && nextToIndex(db) !== null) underWay.stop();
      // It may be about to end: what came up meanwhile is not left lying.
      isAskedAgain = working !== null;
      if (working) return;
      working = work()
        .catch((error: unknown) => void surroundings.reportIncident(error))
        .finally(() => {
          working = null;
          if (isAskedAgain && !isClosing) this.wake();
          else surroundings.onIdle();
        });
    },
    async interrupt(datasetId, isBegunAnew = false) {
      const mine = underWay?.datasetId === datasetId ? underWay : null;
      if (mine) mine.isBegunAnew = isBegunAnew;
      mine?.stop();
      await mine?.ended;
    },
    yieldMachine: () => underWay?.stop(),
    progress,
    isFindingFaces(db, datasetId) {
      if (!labJobs.canStart || findDataset(db, datasetId)?.kind !== 'folder') return false;
      return !['done', 'failed', 'stopped'].includes(progress(db, datasetId).state);
    },
    watchEnds(listener) {
      endListeners.add(listener);
      return () => {
        endListeners.delete(listener);
      };
    },
    any: () => working !== null,
    async stopAll() {
      isClosing = true;
      underWay?.stop();
      await working;
      isClosing = false;
    },
  };
}
