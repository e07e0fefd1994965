import { z } from 'zod';
import { AGE_BANDS, type AgeBandName } from '../../emotion/age.ts';
import { ANNOTATION_LABELS } from '../../emotion/annotation.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { GAP_REASONS } from '../../emotion/gap.ts';
import { MARKER_KINDS } from '../../emotion/marker.ts';
import { FACES_SCORES, FLACC_SCORES } from '../../emotion/observation.ts';
import { CAUTION_KINDS } from '../../emotion/protocol.ts';
import { SESSION_SOURCES, SESSION_STATES, SESSION_TURN_KINDS } from '../../emotion/session.ts';
import {
  agreementSchema,
  distressStretchSchema,
  parityFiguresSchema,
  readingOverSchema,
  summarySchema,
} from '../../timeline/timeline-schema.ts';
import { LANGUAGES } from '../../words/language.ts';
import { REPORT_FORMAT, type ReportDocument } from '../report-document.ts';
import { MOVEMENT_COLUMNS } from '../report-samples.ts';

/**
 * The JSON report as a schema, for whoever receives it: what {@link reportToJson} writes of a document. The types of
 * report-document.ts and this have to agree: `satisfies` holds the one side, a test with documents of every kind the other.
 */

const emotion = z.enum(EMOTIONS);
const name = z.string();
const ms = z.number().min(0).describe('milliseconds since the session began');
const iso = z.string().describe('ISO 8601 in UTC').nullable().describe('null: withheld');
const share = z.number().min(0).max(1);
const count = z.number().int().min(0);
const probabilities = z
  .array(share)
  .length(EMOTIONS.length)
  .describe(`in the order ${EMOTIONS.join(', ')}`);

const figure = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .describe('with its 95 % interval over subjects');
const perClass = z.array(z.object({ emotion, images: count, recall: figure.nullable() }));

const test = z.object({
  images: count,
  subjects: count,
  subjectsKnown: z.boolean(),
  balancedAccuracy: figure,
  expectedCalibrationError: figure,
  abstained: figure,
  accuracyWhenSure: figure.nullable(),
  negativeAgainstNeutralAuc: figure.nullable(),
  perClass,
});

const BANDS = AGE_BANDS.map((band) => band.name) as [AgeBandName, ...AgeBandName[]];
const band = z.enum(BANDS).describe('of ages, in years');

const distressRates = z.object({
  shows: z.string(),
  realChildren: z.boolean(),
  negativeImages: count,
  negativeSubjects: count,
  otherImages: count,
  otherSubjects: count,
  neutralImages: count,
  neutralSubjects: count,
  hit: figure.nullable().describe('share of the negative images called "likely"'),
  missed: figure.nullable().describe('share of the negative images called "not seen"'),
  falseAlarmNeutral: figure.nullable().describe('share of the neutral images, as of a child at rest, called "likely"'),
  falseAlarm: figure.nullable().describe('share of all images that are not negative called "likely"'),
});

const model = z.object({
  id: name,
  version: z.string(),
  digest: z
    .string()
    .nullable()
    .describe('SHA-256 of its files, hexadecimal; null where they were replaced and not noted'),
  isReplaced: z
    .boolean()
    .default(false)
    .describe('whether other files stand under its name now: its own figures were not known any more'),
  learner: z.string(),
  regime: z.string(),
  threshold: share.describe('below this probability it says "not sure"'),
  classesValidatedOnChildren: z.array(emotion),
  testedOn: z.string(),
  test: test.nullable(),
  onChildren: z.array(test.extend({ shows: z.string() })),
  atThisAge: z
    .object({
      band,
      images: count,
      subjects: count,
      accuracy: figure,
      abstained: figure.nullable(),
      accuracyWhenSure: figure.nullable(),
      perClass,
      shows: z.string(),
      realChildren: z.boolean(),
    })
    .nullable(),
  distress: z
    .object({ atAge: distressRates.nullable(), onChildren: z.array(distressRates) })
    .default({ atAge: null, onChildren: [] })
    .describe('how often "distress likely" was right and wrong'),
});

const flaccScore = z.literal(FLACC_SCORES);
const observation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('flacc'),
    face: flaccScore,
    legs: flaccScore,
    activity: flaccScore,
    cry: flaccScore,
    consolability: flaccScore,
    note: z.string(),
  }),
  z.object({ kind: z.literal('faces-scale'), score: z.literal(FACES_SCORES), note: z.string() }),
  z.object({ kind: z.literal('note'), note: z.string() }),
]);

const emotionIndex = z
  .number()
  .int()
  .min(-1)
  .max(EMOTIONS.length - 1)
  .describe('index of the emotion; -1: not sure');

/** Columns of numbers, which are typed arrays in the document. */
const seconds = z.object({
  count,
  atMs: z.array(ms),
  probabilities: z.array(share).describe(`row by row, ${EMOTIONS.length} each: means of the second`),
  emotion: z.array(emotionIndex),
  samples: z.array(count),
  notSureShare: z.array(share),
});
const samples = z.object({
  count,
  atMs: z.array(ms),
  emotion: z.array(emotionIndex),
  probabilities: z.array(share).describe(`row by row, ${EMOTIONS.length} each`),
  box: z.array(z.number()).describe('row by row, 4 each: x, y, width, height in pixels of the camera'),
  quality: z
    .array(z.number())
    .describe('row by row, 4 each: brightness, sharpness, eye distance in pixels, yaw in degrees'),
  movements: z
    .array(z.number().nullable())
    .describe(`row by row, ${MOVEMENT_COLUMNS.length} each: ${MOVEMENT_COLUMNS.join(', ')}; null: not measured`)
    .optional(),
});

const document = z.object({
  format: z.literal(REPORT_FORMAT),
  language: z.enum(LANGUAGES),
  isIdentified: z.boolean(),
  statement: z.string(),
  intendedPurpose: z.string(),
  siteName: name.nullable(),
  exportId: z.string(),
  auditHead: z
    .object({ entries: count, lastHash: z.string() })
    .nullable()
    .describe("where the site's audit log ended: `faceward audit verify` compares it with the log"),
  exportedBy: name,
  exportedAtIso: iso,
  timeZone: z.string().nullable(),
  child: z.object({ code: z.string(), ageYears: count, ageBand: band }),
  session: z.object({
    id: z.string(),
    startedAtIso: iso,
    startedBy: name,
    durationMs: ms,
    state: z.enum(SESSION_STATES),
    source: z.enum(SESSION_SOURCES),
    recordingName: z.string().nullable(),
    recordingOriginMs: z.number(),
    liveSessionId: z.string().nullable(),
    sampleCount: count,
    notes: z.string(),
  }),
  plan: z
    .object({
      protocol: z
        .object({
          name: z.string().describe('empty: withheld'),
          plannedMinutes: count.nullable(),
          flaccEveryMinutes: count.nullable(),
          markers: z.array(z.object({ kind: z.enum(MARKER_KINDS), name: z.string() })).describe('expected ones'),
        })
        .nullable(),
      cautions: z.array(z.object({ kind: z.enum(CAUTION_KINDS), note: z.string() })),
    })
    .describe('as it stood when the session began'),
  turns: z
    .array(z.object({ atMs: ms, kind: z.enum(SESSION_TURN_KINDS), by: name }))
    .describe('who answered for the session after whoever began it'),
  model,
  summary: summarySchema,
  gaps: z.array(z.object({ fromMs: ms, toMs: ms, reason: z.enum(GAP_REASONS) })),
  distress: z
    .array(distressStretchSchema)
    .nullable()
    .default(null)
    .describe('what was said of it, none over time without a reading; null: the model says nothing of it'),
  markers: z.array(z.object({ atMs: ms, toMs: ms.nullable(), kind: z.enum(MARKER_KINDS), text: z.string(), by: name })),
  observations: z.array(z.object({ atMs: ms, observation, by: name, writtenAtIso: iso })),
  annotations: z.array(
    z.object({
      fromMs: ms,
      toMs: ms,
      label: z.enum(ANNOTATION_LABELS),
      note: z.string(),
      by: name,
      writtenAtIso: iso,
      read: readingOverSchema.nullable(),
    }),
  ),
  agreement: z.array(agreementSchema),
  parity: parityFiguresSchema.extend({ liveSessionId: z.string() }).nullable(),
  baseline: z
    .object({
      version: count,
      modelId: name,
      modelVersion: z.string(),
      fromMs: ms,
      toMs: ms,
      sampleCount: count,
      probabilities,
      note: z.string(),
      recordedAtIso: iso,
      recordedBy: name,
    })
    .nullable(),
  freeTextsLeftOut: count,
  signingKey: z.object({ fingerprint: z.string() }).nullable(),
}) satisfies z.ZodType<Omit<ReportDocument, 'seconds'>>;

/** What a reader finds in the file: the document, its columns, and the seal of a signed one. */
export const reportSchema = document.extend({
  seconds,
  samples: samples.optional(),
  seal: z
    .object({
      format: z.string(),
      publicKey: z.string(),
      fields: z.record(z.string(), z.string()),
      signature: z.string(),
    })
    .describe('who verifies it uses `faceward verify`, or the window')
    .optional(),
});
