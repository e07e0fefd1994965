import { type Export, exportSchema } from '../contract/reports.ts';
import type { StoredExport } from '../core/store/exports.node.ts';
import type { Desk } from './desk.ts';

/** An export as the contract shows it. One that the store has as running and that nobody runs was interrupted. */
export function describeExport(desk: Pick<Desk, 'exportRuns'>, { sessionIds, ...order }: StoredExport): Export {
  const isLeft = order.state === 'running' && !desk.exportRuns.isUnderWay(order.id);
  return exportSchema.parse({
    ...order,
    state: isLeft ? 'interrupted' : order.state,
    filesWanted: sessionIds.length * order.formats.length,
  });
}
