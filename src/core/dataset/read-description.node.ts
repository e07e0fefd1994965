import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Failure, failure } from '../words/failure.ts';
import { type DatasetDescription, DatasetError } from './dataset.ts';
import { GROUPS } from './faces/face-set.ts';
import { readOpenedSync } from './laid-out/laid-out.node.ts';
import { unreadable } from './unreadable.ts';

const DESCRIPTION = 'dataset.yaml';

const descriptionSchema = z.strictObject({
  shows: z.string().trim().min(1).max(200),
  realChildren: z.boolean(),
  licence: z.string().trim().min(1).max(200).nullable().default(null),
  group: z.enum(GROUPS).optional(),
}) satisfies z.ZodType<DatasetDescription>;

/**
 * What the folder says of its images, in `dataset.yaml`:
 *
 *     shows: photographs of children at play
 *     realChildren: true
 *     licence: CC-BY-4.0
 *     group: child
 *
 * `group` is for layouts that cannot tell children from adults.
 *
 * @returns Null when there is no such file.
 * @throws DatasetError naming what is wrong with it.
 */
export function readDescription(dir: string): DatasetDescription | null {
  const file = join(dir, DESCRIPTION);
  if (!existsSync(file)) return null;
  let value: unknown;
  try {
    value = parse(readOpenedSync(file).toString('utf8'));
  } catch (cause) {
    throw unreadable(file, cause);
  }
  const result = descriptionSchema.safeParse(value);
  if (result.success) return result.data;
  throw new DatasetError(faultOf(file, result.error.issues[0]!), { cause: result.error });
}

function faultOf(file: string, issue: z.core.$ZodIssue): Failure {
  const field = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.');
  return field === ''
    ? failure('dataset.description-empty', { file })
    : failure('dataset.description-wrong', { file, field });
}
