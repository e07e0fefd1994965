import { randomUUID } from 'node:crypto';
import type { Model } from '../../contract/models.ts';
import type { ReportFormat } from '../../contract/review/reports.ts';
import type { ModelFacts } from '../../core/report/facts/model-facts.ts';
import { findModel } from '../../core/store/lab/models.node.ts';
import type { Session } from '../../core/store/sessions/sessions.node.ts';
import type { Language } from '../../core/words/language.ts';
import { describeModel } from '../lab/models.ts';
import type { SignedInContext } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { existingSession } from '../sessions/session-checks.ts';
import type { ReportTaskInput } from './report-task.ts';

export interface ReportRequest {
  readonly sessionId: string;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly isIdentified: boolean;
}

/** What the making of a report needs to know: who wants it, where and when. */
export type ReportContext = Pick<SignedInContext, 'runtime' | 'site' | 'user' | 'now'>;

/**
 * All that the making of a report needs besides what stands in the store. The audit log then knows that it was made,
 * by its id, and whether it names the child: "identified" stands behind the action then.
 *
 * @throws CallError "not-found"
 */
export async function reportInput(
  { runtime, site, user, now }: ReportContext,
  { sessionId, format, language, isIdentified }: ReportRequest,
): Promise<ReportTaskInput> {
  const { db } = site;
  const session = existingSession(db, sessionId);
  const stored = findModel(db, session.modelId);
  if (!stored) throw new Error(`session ${sessionId} has no model in the store`);
  const model = await describeModel(runtime, site, stored);
  const exportId = randomUUID();
  const action = isIdentified ? `sessions.report ${format} identified` : `sessions.report ${format}`;
  recordAction({ db, user, now }, action, `${sessionId} as ${exportId}`);
  return {
    sessionId,
    format,
    language,
    isIdentified,
    exportId,
    model: asItRead(session, model),
    exportedBy: user.name,
    exportedByRole: user.role,
    exportedAtIso: now.toISOString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/**
 * The model that read the session. Where a new version of the program has brought other files under its name since, what
 * those were tested with says nothing of the ones before.
 */
function asItRead({ modelVersion, modelDigest }: Session, model: Model): ModelFacts {
  const isReplaced = model.version !== modelVersion || (modelDigest !== null && modelDigest !== model.digest);
  if (!isReplaced) return model;
  const untold = { test: null, tests: [], classesValidatedOnChildren: [] };
  return { ...model, ...untold, version: modelVersion, digest: modelDigest, isReplaced };
}
