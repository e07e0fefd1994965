import type { MovementWindow } from '../../contract/review/review.ts';
import { listBaselines } from '../../core/store/people/baselines.node.ts';
import { meanMovements, readMovementWindow } from '../../core/store/sessions/movement-window.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';

interface MovementsAsked {
  readonly sessionId: string;
  readonly childId: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly mostRows: number;
}

/** How the child's face moves over a stretch of a session, and at rest where its baseline is switched on. */
export function movementsOver(db: ReadableDb, { sessionId, childId, ...stretch }: MovementsAsked): MovementWindow {
  const baseline = listBaselines(db, childId).find(({ isActive }) => isActive);
  const rest = baseline ? meanMovements(db, baseline.sessionId, baseline) : null;
  return { ...readMovementWindow(db, sessionId, stretch), rest };
}
