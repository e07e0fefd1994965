import { totalmem } from 'node:os';

/** What a process that decodes a film may take before it is ended. */
export interface FilmLimits {
  readonly bytes: number;
  /** Until it answers. */
  readonly seconds: number;
}

/**
 * Films of 3840 x 2160 pixels take some 0.5 GB; a machine of a ward has 8 GB, of which
 * a session beside wants its own.
 * An answer, of some eight pictures, is there within a second or two, on a slow machine as well.
 */
export const FILM_LIMITS: FilmLimits = { bytes: Math.min(3 * 2 ** 30, totalmem() / 2), seconds: 30 };
