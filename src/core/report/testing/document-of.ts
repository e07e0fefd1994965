import type { DistressLimits } from '../../emotion/distress.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Gap } from '../../emotion/gap.ts';
import type { SampleColumns } from '../../timeline/sample-columns.ts';
import { readTimeline } from '../../timeline/timeline.ts';
import { buildReport, type ReportSource } from '../build-report.ts';
import type { FigureFact } from '../facts/figure-fact.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples, SamplePage } from '../report-samples.ts';
import { secondsOf } from '../report-seconds.ts';

const figure = (value: number): FigureFact => ({ value, low: value - 0.05, high: value + 0.04 });

export interface SampleRow {
  readonly atMs: number;
  /** Index into EMOTIONS, or -1 for "not sure". */
  readonly emotion: number;
}

/** All samples of a session as one page. */
export type WholeSamples = SamplePage & ReportSamples;

/** Samples in the order of time, the named emotion at 0.7. */
export function samplesOf(rows: readonly SampleRow[] = minute()): WholeSamples {
  const probabilities = ({ emotion }: SampleRow) =>
    EMOTIONS.map((_, index) => (emotion < 0 ? 1 / 7 : index === emotion ? 0.7 : 0.05));
  return {
    count: rows.length,
    atMs: Float64Array.from(rows, ({ atMs }) => atMs),
    emotion: Int8Array.from(rows, ({ emotion }) => emotion),
    probabilities: Float32Array.from(rows.flatMap(probabilities)),
    box: Float32Array.from(rows.flatMap(() => [100.5, 80, 120, 130])),
    quality: Float32Array.from(rows.flatMap(() => [0.5, 210, 44, -3.5])),
    movements: Float32Array.from(rows.flatMap(() => [4.25, -1.5, 0.15, 0.05, 0.35])),
    pages() {
      return [this];
    },
  };
}

/** The same in pages of so many rows. */
export function inPages({ count, ...columns }: WholeSamples, pageRows: number): ReportSamples {
  return {
    count,
    *pages() {
      for (let from = 0; from < count; from += pageRows) {
        const rows = Math.min(pageRows, count - from);
        const part = <Column extends 'atMs' | 'emotion' | 'probabilities' | 'box' | 'quality' | 'movements'>(
          name: Column,
        ) => {
          const width = columns[name].length / count;
          return columns[name].slice(from * width, (from + rows) * width) as WholeSamples[Column];
        };
        yield {
          count: rows,
          atMs: part('atMs'),
          emotion: part('emotion'),
          probabilities: part('probabilities'),
          box: part('box'),
          quality: part('quality'),
          movements: part('movements'),
        };
      }
    },
  };
}

/** What follows from samples and recorded gaps, for a change of {@link documentOf}. */
export function timelineOf(
  samples: SampleColumns,
  recordedGaps: readonly Gap[],
  durationMs: number,
  limits: DistressLimits | null = null,
): Pick<ReportSource, 'gaps' | 'distress' | 'summary' | 'seconds'> {
  return { ...readTimeline(samples, recordedGaps, durationMs, limits), seconds: secondsOf(samples) };
}

/** Of a session of a minute: happy, then turned away for ten seconds, then in doubt. Identified unless told otherwise. */
export function documentOf(change: Partial<ReportSource> = {}): ReportDocument {
  return buildReport({ ...sourceOf(), ...change });
}

export function sourceOf(): ReportSource {
  return {
    ...SOURCE,
    ...timelineOf(samplesOf(), [{ fromMs: 30_000, toMs: 40_000, reason: 'turned-away' }], 60_000),
  };
}

function minute(): SampleRow[] {
  const rows: SampleRow[] = [];
  for (let atMs = 0; atMs < 60_000; atMs += 62.5) {
    if (atMs < 30_000) rows.push({ atMs, emotion: 3 });
    else if (atMs >= 40_000) rows.push({ atMs, emotion: -1 });
  }
  return rows;
}

const TEST = {
  distress: null,
  images: 812,
  subjects: 41,
  subjectsKnown: true,
  balancedAccuracy: figure(0.71),
  expectedCalibrationError: figure(0.06),
  abstained: figure(0.12),
  accuracyWhenSure: figure(0.8),
  negativeAgainstNeutralAuc: null,
  perClass: EMOTIONS.map((emotion, index) => ({ emotion, images: 100 + index, recall: figure(0.6) })),
  byAgeBand: [
    {
      band: '6-8',
      images: 196,
      distress: null,
      subjects: 14,
      accuracy: figure(0.9),
      abstained: figure(0.17),
      accuracyWhenSure: figure(0.94),
      perClass: EMOTIONS.map((emotion, index) => ({ emotion, images: 20 + index, recall: figure(0.85) })),
    },
  ],
};

const SOURCE: Omit<ReportSource, 'gaps' | 'distress' | 'summary' | 'seconds'> = {
  language: 'en',
  siteName: 'Ward Seven',
  exportId: '7b1d2c1e-4c07-4c0e-9d0c-6b7c2f7d9a10',
  auditHead: null,
  exportedBy: 'Ann',
  exportedByRole: 'reviewer',
  exportedAtIso: '2026-03-06T09:30:00.000Z',
  timeZone: 'Europe/Amsterdam',
  childCode: 'KID-7',
  childBirthMonth: '2019-04',
  session: {
    id: '0b9c2b07-bf34-4e6f-816b-ede4b6b6146f',
    startedAtIso: '2026-03-05T11:00:00.000Z',
    startedBy: 'Bo',
    durationMs: 60_000,
    state: 'stopped',
    source: 'webcam',
    recordingName: null,
    recordingOriginMs: 0,
    liveSessionId: null,
    sampleCount: 800,
    notes: 'Calm at first.',
  },
  plan: { protocol: null, cautions: [] },
  turns: [],
  model: {
    id: 'base-a',
    version: '1.2.0',
    digest: '5f'.repeat(32),
    learner: 'supcon',
    regime: 'adults-as-augmentations',
    threshold: 0.45,
    distress: null,
    classesValidatedOnChildren: [],
    testedOn: 'rendered faces',
    test: TEST,
    tests: [{ shows: 'rendered faces', realChildren: false, evaluation: TEST }],
  },
  markers: [
    { atMs: 45_000, toMs: null, kind: 'needle', text: 'left arm', by: 'Bo' },
    { atMs: 5000, toMs: 20_000, kind: 'play', text: '', by: 'Bo' },
  ],
  observations: [
    {
      atMs: 46_000,
      observation: { kind: 'flacc', face: 1, legs: 0, activity: 1, cry: 2, consolability: 1, note: '' },
      by: 'Cato',
      writtenAtIso: '2026-03-05T11:00:46.000Z',
    },
  ],
  annotations: [
    {
      fromMs: 45_000,
      toMs: 50_000,
      label: 'crying',
      note: 'tears',
      by: 'Cato',
      writtenAtIso: '2026-03-05T12:00:00.000Z',
      read: { emotion: null, share: 1, readMs: 5000 },
    },
  ],
  agreement: [],
  parity: null,
  baseline: null,
  signingKey: null,
  pseudonyms: null,
};
