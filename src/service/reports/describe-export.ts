import { type Export, exportSchema } from '../../contract/review/reports.ts';
import type { StoredExport } from '../../core/store/exports.node.ts';
import type { User } from '../../core/store/people/users.node.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** An export belongs to who started it; administrators see to everybody's. */
export function isTheirs({ id, role }: User, { startedById }: StoredExport): boolean {
  return role === 'administrator' || startedById === id;
}

/** An export as the contract shows it. One that the store has as running and that nobody runs was interrupted. */
export function describeExport(
  runtime: Pick<Runtime, 'exportRuns'>,
  { sessionIds, startedById: _, ...order }: StoredExport,
): Export {
  const isLeft = order.state === 'running' && !runtime.exportRuns.isUnderWay(order.id);
  return exportSchema.parse({
    ...order,
    state: isLeft ? 'interrupted' : order.state,
    filesWanted: sessionIds.length * order.formats.length,
  });
}
