import { z } from 'zod';
import type { ModelConfig } from './model-config.ts';

const startSchema = z.object({ startFrom: z.object({ id: z.string() }).nullable().default(null) });

/** The id of the model whose weights this one went on from; null where it was trained from nothing. */
export function startOfModel({ training }: Pick<ModelConfig, 'training'>): string | null {
  return startSchema.parse(training).startFrom?.id ?? null;
}
