import { z } from 'zod';
import type { MethodSpec } from '../role.ts';

const count = z.number().int();

const clockDoubtSchema = z.object({
  kind: z.enum(['ahead', 'behind']),
  saysIso: z.string(),
  /** That day on the site's calendar, yyyy-mm-dd. */
  saysDate: z.iso.date(),
  /** The newest moment at which the clock was right. */
  knownIso: z.string(),
  /** What is done for good once somebody says that the date is right. */
  due: z.object({ consents: count, pictures: count, videos: count, baselines: count, waiting: count, byRule: count }),
});

/** The clock of this computer, by which consents end and things are deleted. */
export const clockMethods = {
  /** Null while the clock can be right. For everyone, since consents that are over by it do not hold. */
  'clock.doubt': { input: z.object({}), output: clockDoubtSchema.nullable(), access: 'signed-in' },
  /** The date is right: what is due by it is done now. Refused with "conflict" where the clock says another day by now. */
  'clock.confirm': {
    input: z.object({
      saysDate: z.iso.date(),
      /** Of whoever says so, once more. */
      password: z.string().max(200),
    }),
    output: z.object({}),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

export type ClockDoubt = z.infer<typeof clockDoubtSchema>;
