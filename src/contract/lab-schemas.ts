import { z } from 'zod';

/** What several rooms of the lab ask for or answer alike. */

/** What people call a run, a study or a dataset. */
export const labNameSchema = z.string().trim().min(1).max(80);

export const ofModel = z.object({ modelId: z.string() });

export const ofRun = z.object({ runId: z.string() });

/** A dataset of pictures that were kept in sessions, and how many they are. */
export const keptDatasetSchema = z.object({ datasetId: z.string(), images: z.number().int() });
