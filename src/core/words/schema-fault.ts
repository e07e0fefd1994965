import type { z } from 'zod';

/**
 * Where a file departs from what is read of it, in English, for whoever mends it by hand: the field by its path, and what was
 * wanted. A field that is not there is said to be missing, where the schema's library says what a programmer calls it.
 *
 * @param issue Of a parse with `reportInput`.
 */
export function schemaFault(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.') || 'the whole';
  return issue.code === 'invalid_type' && issue.input === undefined
    ? `${field} is missing`
    : `${field}: ${issue.message}`;
}
