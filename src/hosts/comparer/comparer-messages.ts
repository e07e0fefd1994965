import type { ComparisonJob } from '../../jobs/compare/comparison-job.ts';
import type { ComparisonEnd } from '../../service/runtime/comparisons/launch-comparison.ts';

/** What the host tells the process that compares: one start, then perhaps a stop. */
export type ToComparer = { readonly kind: 'start'; readonly job: ComparisonJob } | { readonly kind: 'stop' };

/** What that process tells the host: how far it has come, then one end. */
export type FromComparer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'end'; readonly end: ComparisonEnd };
