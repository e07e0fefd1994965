import type { z } from 'zod';

/** Why a field cannot be sent as it is. A limit is the schema's own, in characters, choices or the field's unit. */
export type FieldProblem =
  | { readonly kind: 'missing' | 'notChosen' | 'notWhole' | 'noDate' | 'wrong' }
  | {
      readonly kind: 'tooShort' | 'tooLong' | 'tooFew' | 'tooMany' | 'tooSmall' | 'tooLarge';
      readonly limit: number;
    };

/** Names for a broken bound, by what it counts. */
const BOUNDS = {
  string: { too_small: 'tooShort', too_big: 'tooLong' },
  array: { too_small: 'tooFew', too_big: 'tooMany' },
  number: { too_small: 'tooSmall', too_big: 'tooLarge' },
} as const;

/**
 * The first problem of each field, by the field's name.
 *
 * @param schema What the fields together have to be: an object.
 * @param draft The fields as they are so far; null where nothing has been chosen.
 * @returns Empty when the draft passes. An issue that belongs to no field of the draft is left out.
 */
export function fieldProblems(
  schema: z.ZodType,
  draft: Readonly<Record<string, unknown>>,
): Readonly<Record<string, FieldProblem>> {
  const { error } = schema.safeParse(draft);
  const problems: Record<string, FieldProblem> = {};
  for (const issue of error?.issues ?? []) {
    const field = String(issue.path[0]);
    if (Object.hasOwn(draft, field)) problems[field] ??= problemOf(issue, draft[field]);
  }
  return problems;
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): FieldProblem {
  if (isBlank(value)) return { kind: 'missing' };
  if (isNoChoice(value)) return { kind: 'notChosen' };
  if (issue.code === 'too_small' && isCounted(issue.origin)) {
    return { kind: BOUNDS[issue.origin].too_small, limit: Number(issue.minimum) };
  }
  if (issue.code === 'too_big' && isCounted(issue.origin)) {
    return { kind: BOUNDS[issue.origin].too_big, limit: Number(issue.maximum) };
  }
  if (issue.code === 'invalid_type' && issue.expected === 'int') return { kind: 'notWhole' };
  if (issue.code === 'invalid_format' && issue.format === 'date') return { kind: 'noDate' };
  return { kind: 'wrong' };
}

function isCounted(origin: string): origin is keyof typeof BOUNDS {
  return Object.hasOwn(BOUNDS, origin);
}

/** Nothing typed; an emptied field for a number reads as NaN. */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : Number.isNaN(value);
}

function isNoChoice(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
