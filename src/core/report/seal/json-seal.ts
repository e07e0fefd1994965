import type { ChangedPart } from './changed-part.ts';

/** What the seal of a JSON report tells of it. `differs` is empty for one whose values are as they were signed. */
export type JsonSeal =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly differs: readonly ChangedPart[] }
  | { readonly kind: 'genuine'; readonly publicKey: string; readonly differs: readonly ChangedPart[] };
