import { z } from 'zod';
import type { DatasetDescription } from '../dataset.ts';
import { GROUPS } from '../faces/face-set.ts';
import { subjectRuleSchema } from './subject-rule.ts';

/**
 * What covers the use of a dataset's images for training. `not-needed`: no real person is shown. `published`: its licence.
 * `agreed`: the people shown, or their parents, have agreed. `per-child`: each child is enrolled at the site under its code,
 * whose consent counts. `none`: nothing yet, so that the images can be looked at and no run uses them.
 */
export const CONSENTS = ['not-needed', 'published', 'agreed', 'per-child', 'none'] as const;

/**
 * What somebody says of a folder's images when it is added, in place of the manifest that it lacks. What the folder's own
 * manifest or dataset.yaml says goes before it.
 */
export const statementSchema = z
  .strictObject({
    /** Whom all images show; null where folders, or a manifest, say it of each. */
    group: z.enum(GROUPS).nullable(),
    subject: subjectRuleSchema,
    /** Whether folders are named after emotions. */
    emotionsFromFolders: z.boolean(),
    /** In words, to follow "tested on". */
    shows: z.string().trim().min(1).max(200),
    /** False for rendered or drawn ones. */
    realChildren: z.boolean(),
    licence: z.string().trim().min(1).max(200).nullable(),
    consent: z.enum(CONSENTS),
  })
  .refine(({ consent, subject }) => consent !== 'per-child' || subject.kind !== 'nobody', {
    path: ['consent'],
    message: 'each child’s own consent needs subjects',
  });

export type DatasetStatement = z.infer<typeof statementSchema>;

/** A dataset's folder with what somebody says of it. */
export const statedFolderSchema = z.object({ dir: z.string().min(1), statement: statementSchema });

export type StatedFolder = z.infer<typeof statedFolderSchema>;

export function descriptionOf({ shows, realChildren, licence, group }: DatasetStatement): DatasetDescription {
  return { shows, realChildren, licence, ...(group === null ? {} : { group }) };
}
