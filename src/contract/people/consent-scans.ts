import { z } from 'zod';
import { SCAN_TYPES, type ScanType } from '../../core/store/people/scan-type.ts';
import { type MethodSpec, WARD } from '../role.ts';

/** A scan of the paper form behind a consent. */
export const consentScanSchema = z.object({
  id: z.string(),
  mediaType: z.enum(Object.keys(SCAN_TYPES) as [ScanType, ...ScanType[]]),
  bytes: z.number().int(),
  addedAtIso: z.string(),
  addedBy: z.string(),
});

/** Scans of paper forms: added by whoever records consents, seen by administrators alone, never drawn by the program itself. */
export const consentScansMethods = {
  /** Piece by piece, as `reports.verify` takes a report. What it is, its first bytes say. */
  'consents.addScan': {
    input: z.object({
      consentId: z.string(),
      file: z.string().max(64).nullable().default(null),
      bytes: z.instanceof(Uint8Array),
      isLast: z.boolean().default(true),
    }),
    output: z.union([
      z.object({ kind: z.literal('more'), file: z.string() }),
      z.object({ kind: z.literal('added'), scanId: z.string() }),
    ]),
    access: WARD,
  },
  'consents.fetchScan': {
    input: z.object({ scanId: z.string() }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array) }),
    access: ['administrator'],
  },
  /** For good; for one that was added by mistake. */
  'consents.removeScan': {
    input: z.object({ scanId: z.string() }),
    output: z.object({}),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;
