import { z } from 'zod';

/** The only reasons a call can be refused with. */
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

/**
 * All that crosses the boundary when a call fails: never a stack, never a path of our source.
 * `incident` names the entry in the program's log that holds the details of an unexpected failure.
 */
export const callErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  /** What was found, what was wanted, what to do: a sentence for a person. */
  message: z.string(),
  incident: z.string().nullable(),
});

export type ErrorCode = (typeof ERROR_CODES)[number];
export type CallErrorData = z.infer<typeof callErrorSchema>;

/** A failure meant for the person who called. Everything else that is thrown becomes code "failed" with an incident. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly incident: string | null;

  constructor(code: ErrorCode, message: string, incident: string | null = null) {
    super(message);
    this.name = 'CallError';
    this.code = code;
    this.incident = incident;
  }
}
