import { totalmem } from 'node:os';

/** What a process that decodes a film may take before it is ended. */
export interface FilmLimits {
  readonly bytes: number;
  /** Until it answers, once it runs. */
  readonly seconds: number;
}

/**
 * Films of 3840 x 2160 pixels take some 0.5 GB; a machine of a ward has 8 GB, of which
 * a session beside wants its own.
 * An answer, of some eight pictures, is there within a second or two; on a machine that is busy with a session and a training as well
 * within this.
 */
export const FILM_LIMITS: FilmLimits = { bytes: Math.min(3 * 2 ** 30, totalmem() / 2), seconds: 60 };

/** A busy machine takes long to start a process. */
export const START_WITHIN_SECONDS = 120;
