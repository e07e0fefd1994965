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
  'films.closeDecoder': { input: decoder, output: z.object({}), access: WARD },
} as const satisfies Record<string, MethodSpec>;
