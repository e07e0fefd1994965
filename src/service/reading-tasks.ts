import type { ReadableDb } from '../core/store/store.node.ts';
import { zipExport } from './exports-task.ts';
import { makeReport } from './report-task.ts';
import { parityTask } from './review-parity.ts';
import { uncertainMoments } from './review-queue.ts';
import { exactTimeline } from './session-timeline-task.ts';

/** What the reading thread can do: name -> a function over the store, plain data in and out. */
export const READING_TASKS = {
  report: makeReport,
  'zip-export': zipExport,
  timeline: exactTimeline,
  parity: parityTask,
  'uncertain-moments': uncertainMoments,
} satisfies Record<string, (db: ReadableDb, input: never) => unknown>;

type Tasks = typeof READING_TASKS;

export type ReadingTaskName = keyof Tasks;

export type ReadingTasks = {
  readonly [Name in ReadingTaskName]: {
    readonly input: Parameters<Tasks[Name]>[1];
    readonly output: Awaited<ReturnType<Tasks[Name]>>;
  };
};

/** Sent to the thread. */
export interface ReadingOrder {
  readonly order: number;
  readonly name: ReadingTaskName;
  readonly input: unknown;
}

/** Sent back. */
export type ReadingAnswer =
  | { readonly order: number; readonly output: unknown }
  | { readonly order: number; readonly error: { readonly name: string; readonly message: string } };
