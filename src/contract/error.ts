import { z } from 'zod';
import type { Failure } from '../core/words/failure.ts';
import { FailureError } from '../core/words/failure-error.ts';
import { failureShape } from '../core/words/failure-schema.ts';

/** What kind of refusal a call met: what a program decides by. Why, and about what, is the reason's to say. */
export const ERROR_CODES = [
  'invalid-input',
  'not-signed-in',
  'wrong-password',
  'forbidden',
  'not-found',
  'conflict',
  'no-consent',
  'damaged-store',
  'disk-full',
  'failed',
] as const;

/** Why something failed at an earlier time, as plain data; each window has the words for it. */
export const storedFailureSchema = z.object({
  ...failureShape,
  // Another version of the program may have stored one that this one does not know.
  reason: failureShape.reason.catch('call.reason-unknown'),
}) satisfies z.ZodType<Failure>;

/**
 * All that crosses the boundary when a call fails: never a sentence, never a stack, never a path of our source.
 * `incident` names the entry in the program's log that holds the details of an unexpected failure.
 */
export const callErrorSchema = z.object({
  ...failureShape,
  code: z.enum(ERROR_CODES),
  incident: z.string().nullable(),
}) satisfies z.ZodType<Failure>;

export type ErrorCode = (typeof ERROR_CODES)[number];
export type CallErrorData = z.infer<typeof callErrorSchema>;

/** A failure meant for the person who called. Everything else that is thrown becomes code "failed" with an incident. */
export class CallError extends FailureError {
  override readonly name = 'CallError';
  readonly code: ErrorCode;
  readonly incident: string | null;

  constructor(code: ErrorCode, failure: Failure, { incident = null, ...options }: CallErrorOptions = {}) {
    super(failure, options);
    this.code = code;
    this.incident = incident;
  }
}

interface CallErrorOptions extends ErrorOptions {
  readonly incident?: string | null;
}

/** What of an error may cross the boundary. */
export function callErrorData({ code, reason, values, incident }: CallError): CallErrorData {
  return { code, reason, values, incident };
}
