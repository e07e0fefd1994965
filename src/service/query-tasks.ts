import { verifyReport } from '../core/report/seal/verify-report.node.ts';
import type { ReadableDb } from '../core/store/store.node.ts';
import { compareRuns } from './lab/results/compare-task.ts';
import { runPoints } from './lab/results/points-task.ts';
import { labelAgreements } from './lab/wall/agreement-task.ts';
import { readOriginal } from './lab/wall/original-task.ts';
import { wallCounts, wallImages } from './lab/wall/wall-tasks.ts';
import { exportAudit } from './records/audit-export-task.ts';
import { makeChildArchive } from './records/child-archive/child-archive-task.ts';
import { zipExport } from './reports/export-task.ts';
import { beginFile, leaveFiles, nextPiece } from './reports/file-pieces-task.ts';
import { openStoredReport, type ReportTaskInput } from './reports/report-task.ts';
import { aroundMarkers } from './review/around-markers-task.ts';
import { drawRating } from './review/blind-rating/draw-task.ts';
import { csvOfRating, resultsOfRating } from './review/blind-rating/results-task.ts';
import { movementsOver } from './review/movements-task.ts';
import { parityTask } from './review/parity-task.ts';
import { readingOver } from './review/reading-over-task.ts';
import { uncertainMoments } from './review/uncertain-moments-task.ts';
import { rewriteStore } from './runtime/erase/rewrite-task.ts';
import { rekeyStore } from './runtime/keys/rekey-task.ts';
import { makeBackup } from './runtime/records/make-backup.ts';
import { exactTimeline } from './sessions/session-timeline-task.ts';

/** What the query thread can do: name -> a function over the store, plain data in and out. */
export const QUERY_TASKS = {
  report: (db: ReadableDb, input: ReportTaskInput) => beginFile(openStoredReport(db, input)),
  'more-of-file': nextPiece,
  'leave-files': leaveFiles,
  'zip-export': zipExport,
  'verify-report': (_: ReadableDb, { bytes }: { readonly bytes: Uint8Array }) => verifyReport(bytes),
  'audit-export': exportAudit,
  backup: makeBackup,
  'child-archive': makeChildArchive,
  rekey: rekeyStore,
  rewrite: rewriteStore,
  timeline: exactTimeline,
  parity: parityTask,
  'around-markers': aroundMarkers,
  movements: movementsOver,
  'reading-over': readingOver,
  'uncertain-moments': uncertainMoments,
  'draw-rating': drawRating,
  'rating-results': resultsOfRating,
  'rating-csv': csvOfRating,
  'compare-runs': compareRuns,
  'run-points': runPoints,
  'wall-images': wallImages,
  'wall-counts': wallCounts,
  'wall-original': readOriginal,
  'wall-agreement': labelAgreements,
} satisfies Record<string, (db: ReadableDb, input: never) => unknown>;

type Tasks = typeof QUERY_TASKS;

export type QueryTaskName = keyof Tasks;

export type QueryTasks = {
  readonly [Name in QueryTaskName]: {
    readonly input: Parameters<Tasks[Name]>[1];
    readonly output: Awaited<ReturnType<Tasks[Name]>>;
  };
};

/** Sent to the thread: a task, or that the whole store is to be checked between the tasks. */
export type QueryRequest =
  | { readonly order: number; readonly name: QueryTaskName; readonly input: unknown }
  | { readonly order: number; readonly name: 'check'; readonly isClose: boolean };

/** Of what a task threw, all that crosses between threads; the code is the system's or SQLite's, where it has one. */
export interface QueryFailure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
}

/** The order of the answer that nobody asked for: the thread has opened the store. */
export const UP = 0;

/** Sent back. */
export type QueryAnswer =
  | { readonly order: number; readonly output: unknown }
  | { readonly order: number; readonly error: QueryFailure };
