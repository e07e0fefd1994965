import type { z } from 'zod';
import { type Failure, failure, isReason, type PlainReason } from '../core/words/failure.ts';

type Kind = 'text' | 'number' | 'whole-number' | 'yes-or-no' | 'list' | 'object' | 'bytes' | 'nothing' | 'something';

/** What zod calls the types of values. */
const KINDS: Readonly<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  int: 'whole-number',
  boolean: 'yes-or-no',
  array: 'list',
  object: 'object',
};

/**
 * Why a call's input is not what the contract says, for whoever filled it in: which field, what was wanted, what was
 * found. What was typed is never repeated, since it may be a password.
 *
 * @param issue Of a parse with `reportInput`.
 */
export function inputFailure(issue: z.core.$ZodIssue): Failure {
  // A check of the contract's own has its reason as its message.
  if (isReason(issue.message)) return failure(issue.message as PlainReason);
  const field = issue.path.join('.');
  const { input } = issue;
  switch (issue.code) {
    case 'invalid_type':
      if (input === undefined) return failure('input.missing', { field });
      return failure('input.wrong-kind', { field, wanted: KINDS[issue.expected] ?? 'something', found: kindOf(input) });
    case 'too_small':
      return tooSmall(field, input, Number(issue.minimum));
    case 'too_big':
      return tooLarge(field, input, Number(issue.maximum));
    case 'invalid_format':
      return failure(issue.format === 'date' ? 'input.no-date' : 'input.not-usable', { field });
    default:
      return failure('input.not-usable', { field });
  }
}

function tooSmall(field: string, input: unknown, least: number): Failure {
  if (typeof input === 'string') {
    return input.length === 0
      ? failure('input.empty', { field })
      : failure('input.too-short', { field, count: least, found: input.length });
  }
  if (Array.isArray(input)) return failure('input.too-few', { field, count: least, found: input.length });
  return failure('input.too-small', { field, least, found: Number(input) });
}

function tooLarge(field: string, input: unknown, most: number): Failure {
  if (typeof input === 'string') return failure('input.too-long', { field, count: most, found: input.length });
  if (Array.isArray(input)) return failure('input.too-many', { field, count: most, found: input.length });
  return failure('input.too-large', { field, most, found: Number(input) });
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Uint8Array) return 'bytes';
  return KINDS[typeof value] ?? 'something';
}
