import { CallError } from '../../contract/error.ts';
import { MAY_IDENTIFY } from '../../contract/review/reports.ts';
import { LONGEST_SESSION_MS } from '../../core/emotion/session.ts';
import { MOST_REPORT_BYTES } from '../../core/report/seal/verify-report.node.ts';
import type { User } from '../../core/store/people/users.node.ts';
import type { Session } from '../../core/store/sessions/sessions.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { runQueryTask } from '../runtime/query-thread.ts';
import { ensureReportSecrets } from '../runtime/records/report-secrets.ts';
import { assertItsOwn, existingSession, hoursOf } from '../sessions/session-checks.ts';
import type { BegunFile, FilePiece } from './file-pieces-task.ts';
import { type ReportContext, type ReportRequest, reportInput } from './report-input.ts';

/** A session as a file for people outside the program. */
export const reportsHandlers: Handlers<'sessions.report' | 'reports.more' | 'site.reportKey' | 'reports.verify'> = {
  'sessions.report': async (context, request) => handOver(context, await beginReportFile(context, request)),

  async 'reports.more'(context, { more }) {
    const { site, callerState } = context;
    // Whoever fetches a file is who began it.
    const piece = callerState.begunFiles.delete(more) ? await morePieces(site, more) : null;
    if (!piece) throw new CallError('not-found', failure('reports.file-left'));
    return handOver(context, piece);
  },

  'site.reportKey'({ db }) {
    const { pem, fingerprint } = ensureReportSecrets(db).key.publicKey;
    return { publicKeyPem: pem, fingerprint };
  },

  async 'reports.verify'({ db, runtime, site, callerState }, { file, bytes: piece, isLast }) {
    const came = runtime.reportPieces.add(callerState, file, piece, isLast);
    if (came.kind === 'more') return { kind: 'more', file: came.id };
    if (came.kind === 'lost') throw new CallError('not-found', failure('reports.pieces-lost'));
    if (came.kind === 'too-large') {
      throw new CallError('invalid-input', failure('reports.too-large', { mostMb: MOST_REPORT_BYTES / 2 ** 20 }));
    }
    const verdict = await runQueryTask(site, 'verify-report', { bytes: came.bytes });
    if (verdict.kind === 'changed') return { kind: 'changed', what: [...verdict.what] };
    if (verdict.kind === 'not-a-report') return verdict;
    const { kind, key } = verdict;
    return { kind, fingerprint: key.fingerprint, isOwn: key.text === ensureReportSecrets(db).key.publicKey.text };
  },
};

/** @throws CallError "forbidden" when somebody asks for an identified report who may not have one. */
export function assertMayIdentify({ role }: Pick<User, 'role'>, isIdentified: boolean): void {
  if (!isIdentified || MAY_IDENTIFY.includes(role)) return;
  throw new CallError('forbidden', failure('reports.role-needed'));
}

/** A store of an earlier version may hold a session of absurd length: of that no report can be written. */
function assertWritable({ durationMs }: Pick<Session, 'durationMs'>): void {
  if (durationMs > LONGEST_SESSION_MS)
    throw new CallError('conflict', failure('reports.too-long', hoursOf(durationMs)));
}

/**
 * The beginning of a report, for whoever asks, made beside the main thread; the audit log knows of it.
 *
 * @throws CallError "forbidden" or "not-found".
 */
export async function beginReportFile(context: ReportContext, request: ReportRequest): Promise<BegunFile> {
  assertMayIdentify(context.user, request.isIdentified);
  const session = existingSession(context.site.db, request.sessionId);
  assertItsOwn(session);
  assertWritable(session);
  ensureReportSecrets(context.site.db);
  return runQueryTask(context.site, 'report', await reportInput(context, request));
}

/** The next piece of a file that was begun; null where it is not known any more. */
export function morePieces(site: ReportContext['site'], more: string): Promise<FilePiece | null> {
  return runQueryTask(site, 'more-of-file', { more });
}

/** Notes that the rest of a file is this caller's to fetch. */
export function handOver<Piece extends FilePiece>(
  { callerState }: Pick<SignedInContext, 'callerState'>,
  piece: Piece,
): Piece {
  if (piece.more !== null) callerState.begunFiles.add(piece.more);
  return piece;
}
