import { EMOTIONS } from '../../emotion/emotion.ts';
import { buildReport, type ReportDocument, type ReportSource } from '../report-document.ts';

const figure = (value: number) => ({ value, low: value - 0.05, high: value + 0.04 });

/** A minute: happy, then turned away for ten seconds, then in doubt. */
export function documentOf(change: Partial<ReportSource> = {}): ReportDocument {
  return buildReport({ ...SOURCE, ...change });
}

function minuteOfSamples(): ReportSource['samples'] {
  const rows: { atMs: number; emotion: number }[] = [];
  for (let atMs = 0; atMs < 60_000; atMs += 62.5) {
    if (atMs < 30_000) rows.push({ atMs, emotion: 3 });
    else if (atMs >= 40_000) rows.push({ atMs, emotion: -1 });
  }
  const of = ({ emotion }: { emotion: number }) =>
    EMOTIONS.map((_, index) => (emotion < 0 ? 1 / 7 : index === emotion ? 0.7 : 0.05));
  return {
    count: rows.length,
    atMs: Float64Array.from(rows, ({ atMs }) => atMs),
    emotion: Int8Array.from(rows, ({ emotion }) => emotion),
    probabilities: Float32Array.from(rows.flatMap(of)),
    box: Float32Array.from(rows.flatMap(() => [100.5, 80, 120, 130])),
    quality: Float32Array.from(rows.flatMap(() => [0.5, 210, 44, -3.5])),
  };
}

const SOURCE: ReportSource = {
  siteName: 'Ward Seven',
  exportedBy: 'Ann',
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
    notes: 'Calm at first.',
  },
  model: {
    id: 'base-a',
    version: '1.2.0',
    learner: 'supcon',
    regime: 'adults-as-augmentations',
    threshold: 0.45,
    classesValidatedOnChildren: [],
    testedOn: 'rendered faces',
    test: {
      images: 812,
      subjects: 41,
      subjectsKnown: true,
      balancedAccuracy: figure(0.71),
      expectedCalibrationError: figure(0.06),
      abstained: figure(0.12),
      accuracyWhenSure: figure(0.8),
      negativeAgainstNeutralAuc: null,
      perClass: EMOTIONS.map((emotion, index) => ({ emotion, images: 100 + index, recall: figure(0.6) })),
    },
  },
  samples: minuteOfSamples(),
  recordedGaps: [{ fromMs: 30_000, toMs: 40_000, reason: 'turned-away' }],
  markers: [
    { atMs: 45_000, kind: 'needle', text: 'left arm', by: 'Bo' },
    { atMs: 5000, kind: 'play', text: '', by: 'Bo' },
  ],
};
