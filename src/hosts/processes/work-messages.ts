import type { LabJobEnd } from '../../service/runtime/lab-jobs/launch-lab-job.ts';

/** What a host tells a process that works for it: one start, perhaps more that this kind of work knows, perhaps a stop. */
export type ToWork<Start, More = never> =
  /** With it goes the key under which pictures are laid out, in base64: it stands in no file. */
  | { readonly kind: 'start'; readonly start: Start; readonly laidOutKey: string }
  | { readonly kind: 'more'; readonly more: More }
  | { readonly kind: 'stop' };

/** What that process tells the host: what it finds, then one end. */
export type FromWork<Told, Output> =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'end'; readonly end: LabJobEnd<Output> };
