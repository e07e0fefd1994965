import { CallError } from '../contract/error.ts';
import {
  addExport,
  exportSizeBytes,
  findExport,
  listExports,
  removeExport,
  type StoredExport,
  updateExport,
} from '../core/store/exports.node.ts';
import { findSession } from '../core/store/sessions.node.ts';
import { inTransaction, type ReadableDb } from '../core/store/store.node.ts';
import type { Handlers, Work } from './call-context.ts';
import { describeExport } from './exports-describe.ts';
import { runExport } from './exports-run.ts';
import { runReadingTask } from './reading-thread.ts';
import { recordAction } from './record-action.ts';
import { assertMayIdentify } from './reports.ts';

/** One zip is made in memory and handed over whole. */
const MOST_ZIP_BYTES = 1_000_000_000;

type ExportsMethod =
  | 'exports.start'
  | 'exports.list'
  | 'exports.stop'
  | 'exports.resume'
  | 'exports.fetch'
  | 'exports.remove';

/** Reports of many sessions, made in the background and kept in the store. */
export const exportsHandlers: Handlers<ExportsMethod> = {
  'exports.start'(work, { sessionIds, formats, language, isIdentified }) {
    const { db, user, now } = work;
    assertMayIdentify(user, isIdentified);
    const sessions = [...new Set(sessionIds)];
    const order = inTransaction(db, () => {
      for (const sessionId of sessions) {
        if (!findSession(db, sessionId))
          throw new CallError('not-found', `Session ${sessionId} is not there any more.`);
      }
      const wanted = { sessionIds: sessions, formats: [...new Set(formats)], language, isIdentified };
      const added = addExport(db, { ...wanted, startedBy: user.id, now });
      // Each report is recorded by itself when it is made.
      recordAction(work, `exports.start ${added.formats.join(' ')}${isIdentified ? ' identified' : ''}`, added.id);
      return added;
    });
    return run(work, order);
  },

  'exports.list': ({ db, desk }) => listExports(db).map((order) => describeExport(desk, order)),

  async 'exports.stop'(work, { exportId }) {
    const { db, desk } = work;
    existing(db, exportId);
    if (!desk.exportRuns.isUnderWay(exportId)) throw new CallError('conflict', 'This export is not under way.');
    recordAction(work, 'exports.stop', exportId);
    await desk.exportRuns.stop(exportId);
    return describeExport(desk, existing(db, exportId));
  },

  'exports.resume'(work, { exportId }) {
    const { db, user, desk } = work;
    const order = existing(db, exportId);
    assertMayIdentify(user, order.isIdentified);
    if (desk.exportRuns.isUnderWay(exportId)) throw new CallError('conflict', 'This export is under way already.');
    return run(
      work,
      inTransaction(db, () => {
        recordAction(work, 'exports.resume', exportId);
        const updated = updateExport(db, exportId, { state: 'running', problems: [] });
        if (updated.kind !== 'updated') throw new Error('an export that was just read is not there');
        return updated.export;
      }),
    );
  },

  async 'exports.fetch'(work, { exportId }) {
    const { db, user, site } = work;
    const order = existing(db, exportId);
    assertMayIdentify(user, order.isIdentified);
    if (order.filesDone === 0) throw new CallError('conflict', 'This export has no file yet.');
    const bytes = exportSizeBytes(db, exportId);
    if (bytes > MOST_ZIP_BYTES) {
      throw new CallError(
        'conflict',
        `This export holds ${Math.round(bytes / 1e6)} MB; one zip takes at most ${MOST_ZIP_BYTES / 1e6} MB. Export fewer sessions ` +
          'or formats at once, or use "faceward export", which writes each file by itself.',
      );
    }
    recordAction(work, 'exports.fetch', exportId);
    return await runReadingTask(site, 'zip-export', { exportId });
  },

  async 'exports.remove'(work, { exportId }) {
    const { db, desk } = work;
    existing(db, exportId);
    await desk.exportRuns.stop(exportId);
    inTransaction(db, () => {
      recordAction(work, 'exports.remove', exportId);
      removeExport(db, exportId);
    });
    return {};
  },
};

function run(work: Work, order: StoredExport) {
  const { desk } = work;
  desk.exportRuns.start(order.id, (signal, takeTurn) => runExport(work, order.id, signal, takeTurn));
  const started = describeExport(desk, order);
  desk.events.emit('exports.changed', { export: started });
  return started;
}

function existing(db: ReadableDb, exportId: string): StoredExport {
  const order = findExport(db, exportId);
  if (!order) throw new CallError('not-found', 'This export is not there any more.');
  return order;
}
