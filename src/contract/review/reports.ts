import { z } from 'zod';
import { REPORT_FORMATS } from '../../core/report/report-format.ts';
import { PLAIN_PARTS } from '../../core/report/seal/changed-part.ts';
import { STORED_EXPORT_STATES } from '../../core/store/export-states.ts';
import { LANGUAGES } from '../../core/words/language.ts';
import { storedFailureSchema } from '../error.ts';
import type { MethodSpec, Role } from '../role.ts';

const reportFormatSchema = z.enum(REPORT_FORMATS);
export const languageSchema = z.enum(LANGUAGES);

/** How a report is made. */
const reportOptions = z.object({
  language: languageSchema.default('en'),
  /**
   * Keeps the child's code and the dates. Without it the code is replaced and times count from the session's start; with
   * it the role must be one of MAY_IDENTIFY, else "forbidden".
   */
  isIdentified: z.boolean().default(false),
});

/** A report that could not be made, and why. An earlier version stored an English sentence instead. */
export const exportProblemSchema = z.object({
  /** Of the session; null when that is not there any more. */
  childCode: z.string().nullable(),
  startedAtIso: z.string().nullable(),
  format: reportFormatSchema,
  why: storedFailureSchema,
});

/** Reports of many sessions, made one after the other and kept in the store until they are fetched or removed. */
export const exportSchema = z.object({
  id: z.string(),
  formats: z.array(reportFormatSchema),
  language: languageSchema,
  isIdentified: z.boolean(),
  /** interrupted: the program ended while it ran; resume goes on with what is missing. */
  state: z.enum([...STORED_EXPORT_STATES, 'interrupted']),
  filesDone: z.number().int(),
  filesWanted: z.number().int(),
  /** What could not be made; the rest is there all the same. */
  problems: z.array(z.union([exportProblemSchema, z.string()])),
  startedAtIso: z.string(),
  startedBy: z.string(),
});

/** Who may take a child's code, dates and people's words out of the program. */
export const MAY_IDENTIFY: readonly Role[] = ['reviewer', 'administrator'];

/** Of one export. */
export const MOST_SESSIONS = 1000;

/** What differs from what was signed: see core/report/seal/changed-part.ts. */
const changedPartSchema = z.union([
  z.object({ part: z.literal('page'), number: z.number().int() }),
  z.object({ part: z.literal('field'), name: z.string() }),
  z.object({ part: z.enum(PLAIN_PARTS) }),
]);

/** What can be said of a report that somebody holds. */
const verdictSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['unchanged', 'rewritten']),
    fingerprint: z.string(),
    /** Signed with the key of this site. */
    isOwn: z.boolean(),
  }),
  z.object({ kind: z.literal('changed'), what: z.array(changedPartSchema) }),
  z.object({ kind: z.literal('not-a-report') }),
]);

/** The file has not come whole yet. */
const moreSchema = z.object({ kind: z.literal('more'), file: z.string() });

const EXPORTERS = ['ward', 'research', 'reviewer', 'administrator'] as const;
const oneExport = z.object({ exportId: z.string() });
/** A long file comes in pieces: `more` stands for the rest of it, and is asked for by "reports.more"; null: that is all. */
const piece = z.object({ bytes: z.instanceof(Uint8Array), more: z.string().nullable() });
const file = piece.extend({ fileName: z.string(), mediaType: z.string() });

export const reportsMethods = {
  /** BIDS is several files, which come as a zip. */
  'sessions.report': {
    input: reportOptions.extend({ sessionId: z.string(), format: reportFormatSchema }),
    output: file,
    access: EXPORTERS,
  },
  /** The next piece of a file that this window has begun to fetch; "not-found" where that was too long ago. */
  'reports.more': { input: z.object({ more: z.string().max(64) }), output: piece, access: EXPORTERS },
  'exports.start': {
    input: reportOptions.extend({
      sessionIds: z.array(z.string()).min(1).max(MOST_SESSIONS),
      formats: z.array(reportFormatSchema).min(1),
    }),
    output: exportSchema,
    access: EXPORTERS,
  },
  'exports.list': { input: z.object({}), output: z.array(exportSchema), access: EXPORTERS },
  'exports.stop': { input: oneExport, output: exportSchema, access: EXPORTERS },
  'exports.resume': { input: oneExport, output: exportSchema, access: EXPORTERS },
  /** Everything made so far as one zip. */
  'exports.fetch': { input: oneExport, output: file, access: EXPORTERS },
  'exports.remove': { input: oneExport, output: z.object({}), access: EXPORTERS },
  /** The key that the site signs reports with, for whoever verifies them. */
  'site.reportKey': {
    input: z.object({}),
    output: z.object({ publicKeyPem: z.string(), fingerprint: z.string() }),
    access: 'signed-in',
  },
  /**
   * Tells whether a report is as a site signed it; the file goes no further than the program. A long one comes in pieces: the
   * first with null, each further one with the `file` that the call before answered.
   */
  'reports.verify': {
    input: z.object({
      file: z.string().max(64).nullable().default(null),
      bytes: z.instanceof(Uint8Array),
      isLast: z.boolean().default(true),
    }),
    output: z.union([verdictSchema, moreSchema]),
    access: 'signed-in',
  },
} as const satisfies Record<string, MethodSpec>;

export type ExportProblem = z.infer<typeof exportProblemSchema>;
export type Export = z.infer<typeof exportSchema>;
export type ReportVerdict = z.infer<typeof verdictSchema>;

export { FORMAT_FACTS, REPORT_FORMATS, type ReportFormat } from '../../core/report/report-format.ts';
