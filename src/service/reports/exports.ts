import { CallError } from '../../contract/error.ts';
import {
  addExport,
  exportSizeBytes,
  findExport,
  listExports,
  removeExport,
  type StoredExport,
  updateExport,
} from '../../core/store/exports.node.ts';
import type { User } from '../../core/store/people/users.node.ts';
import { findSession } from '../../core/store/sessions/sessions.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { runQueryTask } from '../runtime/query-thread.ts';
import { recordAction } from '../runtime/record-action.ts';
import { assertItsOwn } from '../sessions/session-checks.ts';
import { describeExport, isTheirs } from './describe-export.ts';
import { dropInPieces } from './drop-in-pieces.ts';
import { assertMayIdentify, handOver } from './reports.ts';
import { runExport } from './run-export.ts';

/** What a zip that every program reads has room for. */
const MOST_ZIP_BYTES = 4_000_000_000;

type ExportsMethod =
  | 'exports.start'
  | 'exports.list'
  | 'exports.stop'
  | 'exports.resume'
  | 'exports.fetch'
  | 'exports.remove';

/** Reports of many sessions, made in the background and kept in the store. */
export const exportsHandlers: Handlers<ExportsMethod> = {
  'exports.start'(context, { sessionIds, formats, language, isIdentified }) {
    const { db, user, now } = context;
    assertMayIdentify(user, isIdentified);
    const sessions = [...new Set(sessionIds)];
    const order = inTransaction(db, () => {
      for (const sessionId of sessions) {
        const session = findSession(db, sessionId);
        if (session) assertItsOwn(session);
        else {
          throw new CallError('not-found', failure('sessions.not-there-any-more', { id: sessionId }));
        }
      }
      const wanted = { sessionIds: sessions, formats: [...new Set(formats)], language, isIdentified };
      const added = addExport(db, { ...wanted, startedBy: user.id, now });
      // Each report is recorded by itself when it is made.
      recordAction(context, `exports.start ${added.formats.join(' ')}${isIdentified ? ' identified' : ''}`, added.id);
      return added;
    });
    return run(context, order);
  },

  'exports.list': ({ db, user, runtime }) =>
    listExports(db)
      .filter((order) => isTheirs(user, order))
      .map((order) => describeExport(runtime, order)),

  async 'exports.stop'(context, { exportId }) {
    const { db, user, runtime } = context;
    existing(db, user, exportId);
    if (!runtime.exportRuns.isUnderWay(exportId)) {
      throw new CallError('conflict', failure('reports.export-not-under-way'));
    }
    recordAction(context, 'exports.stop', exportId);
    await runtime.exportRuns.stop(exportId);
    return describeExport(runtime, existing(db, user, exportId));
  },

  'exports.resume'(context, { exportId }) {
    const { db, user, runtime } = context;
    const order = existing(db, user, exportId);
    assertMayIdentify(user, order.isIdentified);
    if (runtime.exportRuns.isUnderWay(exportId)) {
      throw new CallError('conflict', failure('reports.export-under-way'));
    }
    return run(
      context,
      inTransaction(db, () => {
        recordAction(context, 'exports.resume', exportId);
        const updated = updateExport(db, exportId, { state: 'running', problems: [] });
        if (updated.kind !== 'updated') throw new Error('an export that was just read is not there');
        return updated.export;
      }),
    );
  },

  async 'exports.fetch'(context, { exportId }) {
    const { db, user, site } = context;
    const order = existing(db, user, exportId);
    assertMayIdentify(user, order.isIdentified);
    if (order.filesDone === 0) throw new CallError('conflict', failure('reports.export-empty'));
    const bytes = exportSizeBytes(db, exportId);
    if (bytes > MOST_ZIP_BYTES) {
      const megabytes = { found: Math.round(bytes / 1e6), most: MOST_ZIP_BYTES / 1e6 };
      throw new CallError('conflict', failure('reports.export-too-large', megabytes));
    }
    recordAction(context, 'exports.fetch', exportId);
    return handOver(context, await runQueryTask(site, 'zip-export', { exportId }));
  },

  async 'exports.remove'(context, { exportId }) {
    const { db, user, runtime, site } = context;
    existing(db, user, exportId);
    await runtime.exportRuns.stop(exportId);
    inTransaction(db, () => {
      recordAction(context, 'exports.remove', exportId);
      // Where the program ends in the middle it stands there with fewer files, and can be removed or gone on with.
      updateExport(db, exportId, { state: 'stopped' });
    });
    await dropInPieces(context, exportId, null);
    // Somebody may have gone on with it meanwhile.
    await runtime.exportRuns.stop(exportId);
    if (runtime.site === site) removeExport(db, exportId);
    return {};
  },
};

function run(context: SignedInContext, order: StoredExport) {
  const { runtime } = context;
  runtime.exportRuns.start(order.id, (signal, takeTurn) => runExport(context, order.id, signal, takeTurn));
  const started = describeExport(runtime, order);
  runtime.events.emit('exports.changed', { export: started }, (user) => isTheirs(user, order));
  return started;
}

/** @throws CallError "not-found", or "forbidden" for what somebody else has started. */
function existing(db: ReadableDb, user: User, exportId: string): StoredExport {
  const order = findExport(db, exportId);
  if (!order) throw new CallError('not-found', failure('reports.export-not-there'));
  if (!isTheirs(user, order)) throw new CallError('forbidden', failure('reports.export-of-another'));
  return order;
}
