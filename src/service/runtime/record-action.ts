import { appendAudit } from '../../core/store/audit.node.ts';
import type { SignedInContext } from './call-context.ts';

/**
 * Writes what somebody does to the audit log. Within a transaction it is kept or lost together with what it records.
 *
 * @param subject What it is done to: an id or a code, never free text about a child.
 */
export function recordAction(
  { db, user, now }: Pick<SignedInContext, 'db' | 'user' | 'now'>,
  action: string,
  subject: string,
): void {
  appendAudit(db, { userName: user.name, action, subject, now });
}

/** The same for looking at something, also on a full disk: once between signing in and out, however often a screen asks again. */
export function recordView(
  context: Pick<SignedInContext, 'db' | 'user' | 'now' | 'callerState' | 'runtime'>,
  action: string,
  subject: string,
): void {
  const view = `${action} ${subject}`;
  if (context.callerState.seen.has(view)) return;
  context.runtime.reserve.use(() => recordAction(context, action, subject));
  context.callerState.seen.add(view);
}
