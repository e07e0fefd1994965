import { z } from 'zod';
import { LANGUAGES } from '../../core/words/language.ts';
import type { MethodSpec } from '../role.ts';

/** All that the site keeps of one child, for the family that asks for it. */
export const childArchiveMethods = {
  /**
   * As one zip: tables, pictures, videos, reports, and a page of words. Into a new file, or handed back where none is named.
   * Refused with "conflict" while a session of the child runs.
   */
  'children.archive': {
    input: z.object({
      childId: z.string(),
      language: z.enum(LANGUAGES),
      file: z.string().min(1).max(4096).nullable().default(null),
    }),
    output: z.object({
      fileName: z.string(),
      mediaType: z.string(),
      size: z.number().int(),
      files: z.number().int(),
      /** Null where it is in the file. */
      bytes: z.instanceof(Uint8Array).nullable(),
    }),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;
