import { z } from 'zod';
import { type MethodSpec, WARD } from './role.ts';

const decoder = z.object({ decoder: z.string().max(64) });

/** A coded picture, as it lies in a film. */
export const filmPacketSchema = z.object({
  data: z.instanceof(Uint8Array),
  isKey: z.boolean(),
  /** Microseconds. */
  atUs: z.number().int(),
  durationUs: z.number().int().nonnegative(),
});

/** A decoded picture as red, green, blue and 255, row-major, shrunk to what is looked at. */
export const filmPictureSchema = z.object({
  data: z.instanceof(Uint8Array),
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
  /** As the film has it. */
  displayWidthPx: z.number().int().positive(),
  displayHeightPx: z.number().int().positive(),
  atUs: z.number().int(),
  durationUs: z.number().int().nonnegative(),
});

/**
 * checking: its content is being looked at; waiting; double: it was read before, and waits to be told; reading; stored; stopped: by
 * hand, before its end; failed.
 */
const FILM_STATES = ['checking', 'waiting', 'double', 'reading', 'stored', 'stopped', 'failed'] as const;

/** A film in the list of a window, without its file. */
const keptFilmSchema = z.object({
  id: z.string().max(64),
  name: z.string().max(1024),
  bytes: z.number().int().nonnegative(),
  lastModifiedMs: z.number(),
  childId: z.string().max(64).nullable(),
  /** The day on which it was filmed, yyyy-mm-dd; what is none waits to be mended. */
  day: z.string().max(64),
  state: z.enum(FILM_STATES),
  sha256: z.string().max(64).nullable(),
  /** The session that it became, or became until the window was loaded anew. */
  sessionId: z.string().max(64).nullable(),
});

const listSchema = z.object({
  films: z.array(keptFilmSchema).max(1000),
  /** The first face that is alone in view is the child's; otherwise each film waits to be told. */
  takesFirstAlone: z.boolean(),
});

export type KeptFilm = z.infer<typeof keptFilmSchema>;
export type KeptFilms = z.infer<typeof listSchema>;

/**
 * Decoding for a window whose browser cannot: it takes a film apart and sends its coded pictures. They are held in memory
 * for as long as they are decoded, and nothing of them is kept.
 */
export const filmsMethods = {
  'films.openDecoder': {
    input: z.object({
      /** What a person is told when decoding it fails. */
      fileName: z.string().max(1024),
      /** As WebCodecs names it, "hvc1.1.6.L93.B0". */
      codec: z.string().max(128),
      /** What the film says to its decoder before the first picture. */
      description: z
        .instanceof(Uint8Array)
        .refine(({ length }) => length <= 65_536)
        .nullable(),
      matrix: z.string().max(32).nullable(),
      isFullRange: z.boolean().nullable(),
    }),
    /** Null where nothing here decodes it. */
    output: z.object({ decoder: z.string().nullable() }),
    access: WARD,
  },
  /** @returns What could be decoded since the last call; after the last packets, all that is left. */
  'films.decode': {
    input: decoder.extend({ packets: z.array(filmPacketSchema).max(32), isLast: z.boolean() }),
    output: z.object({ pictures: z.array(filmPictureSchema) }),
    access: WARD,
  },
  /**
   * SHA-256 of a file that comes in pieces: the first with null, each further one with what the call before answered.
   *
   * @returns `sha256`, in hex, after the last piece; null before.
   */
  'films.digest': {
    input: z.object({ digest: z.string().max(64).nullable(), bytes: z.instanceof(Uint8Array), isLast: z.boolean() }),
    output: z.object({ digest: z.string(), sha256: z.string().nullable() }),
    // Whoever reviews a session of a film compares the file with it.
    access: ['ward', 'reviewer', 'administrator'],
  },
  /** The list of films of whoever is signed in, kept in memory until the program ends: it outlives a window that is loaded anew. */
  'films.keepList': { input: listSchema, output: z.object({}), access: WARD },
  'films.keptList': { input: z.object({}), output: listSchema, access: WARD },
  'films.closeDecoder': { input: decoder, output: z.object({}), access: WARD },
} as const satisfies Record<string, MethodSpec>;
