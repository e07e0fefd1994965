import { appendAudit } from '../../core/store/audit.node.ts';
import type { WritableDb } from '../../core/store/store.node.ts';

/** In the place of a user's name, where the program acted without anybody's call. */
const PROGRAM = 'Faceward';

/** Writes what the program does by itself to the audit log. */
export function recordByProgram(db: WritableDb, action: string, subject: string, now: Date): void {
  appendAudit(db, { userName: PROGRAM, action, subject, now });
}
