import { z } from 'zod';
import { type MethodSpec, WARD } from '../role.ts';

/** What a site says about video of its sessions. */
export const videoSettingSchema = z.object({
  /** Whether sessions may keep video at all; off until an administrator says otherwise. */
  isOn: z.boolean(),
  /** Days after a session's beginning, after which its video is deleted. */
  keepDays: z.number().int().min(1).max(3650),
});

/** A few seconds of video, a file of its own; times are those of the session's clock. */
export const videoFragmentSchema = z.object({
  number: z.number().int().min(0),
  fromMs: z.number().min(0),
  toMs: z.number().min(0),
  bytes: z.number().int(),
});

/** The largest fragment that is taken. One of three seconds has about 100 kB. */
const MOST_FRAGMENT_BYTES = 4 * 2 ** 20;

const inSession = z.object({ sessionId: z.string() });
const MAY_WATCH = ['ward', 'reviewer', 'administrator'] as const;
const MAY_TAKE_OUT = ['reviewer', 'administrator'] as const;

/** Video of live sessions: kept where the family and the site agree, everybody but the child made unrecognisable. */
export const videosMethods = {
  'videos.setting': {
    input: z.object({}),
    output: videoSettingSchema.extend({
      /** What is left on the disk of the data folder, and what an hour of video takes at most. */
      freeBytes: z.number(),
      bytesAnHour: z.number(),
    }),
    access: 'signed-in',
  },
  /** What is older than a shortened time is deleted at once. */
  'videos.setSetting': { input: videoSettingSchema, output: z.object({}), access: ['administrator'] },
  /**
   * Adds a fragment to the video of a running session; when it returns, it is sealed on the disk. One that begins at the same
   * moment as one that is there is that one, sent twice. Refused with "no-consent" where the session keeps no video, or none
   * any more, and with "disk-full" where little is left on the disk.
   */
  'videos.append': {
    input: inSession.extend({
      recorderId: z.string().max(64),
      fromMs: z.number().min(0),
      toMs: z.number().min(0),
      data: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= MOST_FRAGMENT_BYTES),
    }),
    output: z.object({}),
    access: WARD,
  },
  /** What there is of a session's video, in the order of time; null where none is kept, or none any more. */
  'videos.find': {
    input: inSession,
    output: z.object({ fragments: z.array(videoFragmentSchema), deletedOnIso: z.string() }).nullable(),
    access: MAY_WATCH,
  },
  /** One fragment as the file that it is: Matroska, or WebM, without sound. */
  'videos.fragment': {
    input: inSession.extend({ number: z.number().int().min(0) }),
    output: z.object({ data: z.instanceof(Uint8Array) }),
    access: MAY_WATCH,
  },
  /** Asked before a video leaves the program as a file, of which the audit log tells. */
  'videos.export': { input: inSession, output: z.object({ fileName: z.string() }), access: MAY_TAKE_OUT },
  'videos.remove': { input: inSession, output: z.object({}), access: MAY_TAKE_OUT },
} as const satisfies Record<string, MethodSpec>;

export type VideoFragment = z.infer<typeof videoFragmentSchema>;
