import type { z } from 'zod';
import type { METHODS } from '../../../../../contract/contract.ts';
import type { Failure } from '../../../../../core/words/failure.ts';

type FilmsMethod = 'films.openDecoder' | 'films.decode' | 'films.closeDecoder';

/** What the worker asks of the host, by way of the window, which alone can call it. */
export type ToHost = {
  readonly [N in FilmsMethod]: {
    readonly id: number;
    readonly name: N;
    readonly input: z.input<(typeof METHODS)[N]['input']>;
  };
}[FilmsMethod];

export type FromHost =
  | { readonly id: number; readonly kind: 'answer'; readonly output: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly failure: Failure };
