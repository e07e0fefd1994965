import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TrainingFailureCode } from '../training/failures.ts';
import { REASONS } from './failure.ts';

const SRC = join(import.meta.dirname, '../..');

/** Reasons that jobs/train makes of the codes of the trainer. */
const OF_THE_TRAINER = [
  'checkpoint-not-written',
  'collapsed',
  'engine-lost',
  'loss-not-finite',
  'other-run',
  'worker-lost',
] as const satisfies readonly TrainingFailureCode[];

it('has no reason that nothing gives', () => {
  const given = new Set<string>(OF_THE_TRAINER.map((code) => `training.${code}`));
  for (const name of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || name.endsWith('.test.ts')) continue;
    for (const [, reason] of readFileSync(join(SRC, name), 'utf8').matchAll(/'([a-zA-Z]+\.[a-z-]+)'/g))
      given.add(reason!);
  }
  expect(REASONS.filter((reason) => !given.has(reason))).toEqual([]);
});
