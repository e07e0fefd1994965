import { z } from 'zod';
import { settingSchema } from '../../contract/setting-schema.ts';
import { trainingSettingsSchema } from '../../contract/training-settings/training-settings.ts';
import { ENGINE_NAMES } from '../../core/engine/engine.ts';
import { SETTINGS, USUAL_SETTINGS } from '../../core/training/settings/settings.ts';

const path = z.string().trim().min(1);

/**
 * A site's own part of a federation, written by the site and read on its own machine. Nothing of it comes from the
 * coordinator: which images, how long, what leaves.
 */
export const federationFileSchema = z.strictObject({
  /** The site's folder of data: found faces, the key of subjects, what the program keeps of the federation. */
  data: path.nullable().default(null),
  /** Folders of images. */
  dataset: z.array(path).min(1).readonly(),
  /** A model folder whose net the federation trains; the site's model in use, or the one that ships, when left out. */
  model: path.nullable().default(null),
  /** A file with one subject a line: children for whom a consent to share a model holds, for images of no site. */
  mayShare: path.nullable().default(null),
  /** Optimiser steps of a round; 0 hands the weights back as they came. */
  steps: z.number().int().min(0).max(1_000_000).default(200),
  learner: z.enum(['supcon', 'cross-entropy']).default('supcon'),
  /** Which weights leave the site: the encoder's, or the head's as well. */
  share: z.enum(['encoder', 'all']).default('encoder'),
  /** Whether others learn how many images and children take part, or between which numbers. */
  imageCountAs: z.enum(['count', 'band']).default('count'),
  /** Of batches and views, of each round others. */
  seed: settingSchema('seed', SETTINGS.seed).default(USUAL_SETTINGS.seed),
  /** Null lets the program choose. */
  engine: z.enum(ENGINE_NAMES).nullable().default(null),
  /** Threads that compute; null leaves that to the engine. */
  threads: z.number().int().min(1).max(256).nullable().default(null),
  /** Settings of training, without those that say where it starts or when it ends. */
  set: trainingSettingsSchema
    .omit({
      maxSteps: true,
      encoder: true,
      classes: true,
      fineTuneEpochs: true,
      fineTuneLearningRate: true,
      patienceEpochs: true,
      earlyStopping: true,
      valFloor: true,
    })
    .default({}),
});

/** A federation file in which nothing is left open; its paths are absolute once it was read from a disk. */
export type FederationFile = z.output<typeof federationFileSchema>;
