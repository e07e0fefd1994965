import { randomUUID } from 'node:crypto';
import { CallError } from '../contract/error.ts';
import type { ReportFormat } from '../contract/reports.ts';
import type { Role } from '../core/security/roles.ts';
import { findModel } from '../core/store/models.node.ts';
import type { Language } from '../core/words/language.ts';
import type { Work } from './call-context.ts';
import { describeModel } from './models.ts';
import { recordAction } from './record-action.ts';
import type { ReportTaskInput } from './report-task.ts';
import { existingSession } from './sessions.ts';

/** Who may take a child's code, dates and people's words out of the program. */
const MAY_IDENTIFY: readonly Role[] = ['reviewer', 'administrator'];

export interface ReportRequest {
  readonly sessionId: string;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly isIdentified: boolean;
}

/** @throws CallError "forbidden" when somebody asks for an identified report who may not have one. */
export function assertMayIdentify(
  { user }: Pick<Work, 'user'>,
  { isIdentified }: Pick<ReportRequest, 'isIdentified'>,
): void {
  if (!isIdentified || MAY_IDENTIFY.includes(user.role)) return;
  throw new CallError(
    'forbidden',
    'A report with code, dates and names needs a reviewer or an administrator. Export it without them, or ask one of them.',
  );
}

/**
 * All that the making of a report needs besides what stands in the store. The audit log then knows that it was made,
 * by its id, and whether it names the child.
 *
 * @param work Who asks; for a report of many, who asked.
 * @throws CallError "forbidden" or "not-found".
 */
export async function reportInput(
  work: Pick<Work, 'db' | 'user' | 'now' | 'site' | 'desk'>,
  { sessionId, format, language, isIdentified }: ReportRequest,
): Promise<ReportTaskInput> {
  assertMayIdentify(work, { isIdentified });
  const { db, desk, site, user, now } = work;
  const session = existingSession(db, sessionId);
  const stored = findModel(db, session.modelId);
  if (!stored) throw new Error(`session ${sessionId} has no model in the store`);
  const model = await describeModel(desk, site, stored);
  const exportId = randomUUID();
  const how = isIdentified ? 'identified' : 'de-identified';
  recordAction(work, `sessions.report ${format} ${how} ${exportId}`, sessionId);
  return {
    ...{ sessionId, format, language, isIdentified, exportId },
    model: { ...model, version: session.modelVersion },
    exportedBy: user.name,
    exportedByRole: user.role,
    exportedAtIso: now.toISOString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
