import type { ExportProblem, ReportFormat } from '../../contract/review/reports.ts';
import {
  findExport,
  keepExportFile,
  keepExportPiece,
  keptExportFiles,
  type StoredExport,
  updateExport,
} from '../../core/store/exports.node.ts';
import { findSession } from '../../core/store/sessions/sessions.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { failureOf } from '../../core/words/failure-error.ts';
import type { Language } from '../../core/words/language.ts';
import type { SignedInContext } from '../runtime/call-context.ts';
import { runQueryTask } from '../runtime/query-thread.ts';
import type { TakeTurn } from '../runtime/running-exports.ts';
import { toCallError } from '../runtime/to-call-error.ts';
import { describeExport, isTheirs } from './describe-export.ts';
import { dropInPieces } from './drop-in-pieces.ts';
import { beginReportFile, morePieces } from './reports.ts';

type Context = Pick<SignedInContext, 'runtime' | 'site' | 'user'>;

interface Wanted {
  readonly sessionId: string;
  readonly format: ReportFormat;
}

/**
 * Makes what is missing of an export, one file after the other. What cannot be made becomes a problem of the export, and
 * the rest goes on. Ends when all is made, when it is told to, or when the site is closed under it; then the store is not
 * touched any more, and the export counts as interrupted.
 */
export async function runExport(
  context: Context,
  exportId: string,
  signal: AbortSignal,
  takeTurn: TakeTurn,
): Promise<void> {
  const { runtime, site } = context;
  const { db } = site;
  const isOver = () => signal.aborted || runtime.site !== site;
  try {
    for (const wanted of missing(db, exportId)) {
      if (isOver()) break;
      await takeTurn(async () => {
        if (!isOver()) await makeOne(context, exportId, wanted, isOver);
      });
    }
    if (runtime.site === site && !runtime.closing) end(context, exportId, signal.aborted ? 'stopped' : 'finished');
  } catch (error) {
    // The store itself cannot be written: nothing can be noted there but in the program's log.
    toCallError(runtime, 'an export', error);
  }
}

async function makeOne(
  context: Context,
  exportId: string,
  { sessionId, format }: Wanted,
  isOver: () => boolean,
): Promise<void> {
  const { runtime, site } = context;
  const { db } = site;
  const order = findExport(db, exportId);
  if (!order) return;
  const { isIdentified } = order;
  const language = order.language as Language;
  try {
    const now = runtime.options.now();
    const begun = await beginReportFile({ ...context, now }, { sessionId, format, language, isIdentified });
    if (runtime.site !== site) return;
    const file = { sessionId, format, fileName: begun.fileName, mediaType: begun.mediaType };
    // What a program left that ended in the middle of this file.
    await dropInPieces(context, exportId, file);
    if (runtime.site !== site) return;
    let number = 0;
    let { more } = begun;
    try {
      while (more !== null) {
        const piece = await morePieces(site, more);
        if (runtime.site !== site) return;
        if (isOver()) return await dropInPieces(context, exportId, file);
        if (!piece)
          throw new Error(`more of the ${format} of session ${sessionId} was expected; its thread knows of none`);
        number += 1;
        if (keepExportPiece(db, exportId, { ...file, bytes: piece.bytes }, number).kind === 'not-found') return;
        more = piece.more;
      }
    } finally {
      if (more !== null && runtime.site === site) await runQueryTask(site, 'leave-files', { files: [more] });
    }
    if (keepExportFile(db, exportId, { ...file, bytes: begun.bytes }).kind === 'not-found') return;
  } catch (error) {
    if (runtime.site !== site) return;
    await dropInPieces(context, exportId, { sessionId, format });
    if (runtime.site !== site) return;
    const why = failureOf(toCallError(runtime, `a report as ${format}`, error));
    const session = findSession(db, sessionId);
    const of = { childCode: session?.childCode ?? null, startedAtIso: session?.startedAtIso ?? null };
    noteProblem(db, exportId, { ...of, format, why });
  }
  tell(context, findExport(db, exportId));
}

/** In the order of sessions, then formats. */
function missing(db: ReadableDb, exportId: string): Wanted[] {
  const order = findExport(db, exportId);
  if (!order) return [];
  const key = ({ sessionId, format }: { sessionId: string; format: string }) => `${sessionId} ${format}`;
  const done = new Set(keptExportFiles(db, exportId).map(key));
  const formats = order.formats as readonly ReportFormat[];
  return order.sessionIds
    .flatMap((sessionId) => formats.map((format) => ({ sessionId, format })))
    .filter((wanted) => !done.has(key(wanted)));
}

function noteProblem(db: SignedInContext['db'], exportId: string, problem: ExportProblem): void {
  const problems = findExport(db, exportId)?.problems ?? [];
  updateExport(db, exportId, { problems: [...problems, problem] });
}

function end(context: Context, exportId: string, state: 'finished' | 'stopped'): void {
  const updated = updateExport(context.site.db, exportId, { state });
  if (updated.kind === 'updated') tell(context, updated.export);
}

function tell({ runtime }: Context, order: StoredExport | null): void {
  if (!order) return;
  runtime.events.emit('exports.changed', { export: describeExport(runtime, order) }, (user) => isTheirs(user, order));
}
