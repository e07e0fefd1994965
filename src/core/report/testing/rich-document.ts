import { GAP_REASONS } from '../../emotion/gap.ts';
import type { ReportSource } from '../build-report.ts';
import type { ReportDocument } from '../report-document.ts';
import { documentOf, samplesOf, sourceOf, timelineOf, type WholeSamples } from './document-of.ts';

/** Names and texts that a format must not trip over. */
export const AWKWARD = 'quote " < & > tab\there, line\nbreak, =1+1, \u0007 bell, ü 漢 🙂';

/** A session with everything that a report can hold: overlapping markers, all scales, two raters, a recording, free texts. */
export function richDocument(change: Partial<ReportSource> = {}): ReportDocument {
  const source = sourceOf();
  return documentOf({
    session: {
      ...source.session,
      source: 'recording',
      recordingName: 'morning play.mp4',
      recordingOriginMs: 0,
      liveSessionId: 'live-1',
      notes: AWKWARD,
    },
    plan: {
      protocol: {
        name: `Port needle ${AWKWARD}`,
        plannedMinutes: 30,
        flaccEveryMinutes: 5,
        markers: [
          { kind: 'needle', name: '' },
          { kind: 'custom', name: 'Clown' },
        ],
      },
      cautions: [
        { kind: 'tube', note: AWKWARD },
        { kind: 'medication', note: '' },
      ],
    },
    turns: [{ atMs: 20_000, kind: 'taken-over', by: 'Cato' }],
    markers: [
      ...source.markers,
      { atMs: 10_000, toMs: 12_500.5, kind: 'pain', text: AWKWARD, by: 'Bo' },
      { atMs: 60_000, toMs: null, kind: 'custom', text: 'Music', by: 'Bo' },
    ],
    observations: [
      ...source.observations,
      {
        atMs: 46_020,
        observation: { kind: 'faces-scale', score: 6, note: '' },
        by: 'Cato',
        writtenAtIso: '2026-03-05T11:01:00.000Z',
      },
      {
        atMs: 50_000,
        observation: { kind: 'note', note: AWKWARD },
        by: 'Bo',
        writtenAtIso: '2026-03-05T13:00:00.000Z',
      },
    ],
    annotations: [
      ...source.annotations,
      {
        fromMs: 44_000,
        toMs: 48_000,
        label: 'sadness',
        note: '',
        by: 'Dirk',
        writtenAtIso: '2026-03-05T12:30:00.000Z',
        read: { emotion: null, share: 1, readMs: 4000 },
      },
    ],
    agreement: [
      {
        raterA: 'Cato',
        raterB: 'Dirk',
        sharedMs: 3000,
        observedAgreement: 0,
        cohenKappa: 0,
        intervals: 1,
        timeWeightedKappa: null,
        pairs: [{ labelA: 'crying', labelB: 'sadness', ms: 3000 }],
      },
    ],
    parity: { liveSessionId: 'live-1', seconds: 50, same: 48, share: 0.96, low: 0.865, high: 0.989, offsetMs: 300 },
    ...change,
  });
}

/** What stands in the rich document and in no file that is made of the withheld one. */
export const SECRETS: readonly RegExp[] = [
  /KID/,
  /\bAnn\b/,
  /\bBo\b/,
  /\bCato\b/,
  /\bDirk\b/,
  /2026/,
  /morning/,
  /\bbell\b/,
  /Music/,
  /left arm/,
  /0b9c2b07/,
];

/** De-identified. */
export function withheldDocument(change: Partial<ReportSource> = {}): ReportDocument {
  return richDocument({ pseudonyms: { child: 'C-9f2a', session: 'S-17c3', liveSession: 'S-99' }, ...change });
}

export function richSamples(): WholeSamples {
  return samplesOf();
}

/** Names of staff as wards have them, in scripts that a page has to show. */
export const NAMES: readonly string[] = [
  'Łukasz Świątkowski-Brzęczyszczykiewicz',
  'Şükrü Ğüneş',
  'Žofie Čapková-Dvořáková',
  'Αικατερίνη Παπαδοπούλου',
  'Екатерина Александровна Вознесенская',
  'Nguyễn Thị Hồng Ánh',
  'Արամ Խաչատրյան',
];

/** Eight hours, with entries by all of {@link NAMES} on several pages. */
export function longDocument(change: Partial<ReportSource> = {}): ReportDocument {
  const durationMs = 8 * 3_600_000;
  const rows = Array.from({ length: durationMs / 1000 }, (_, second) => ({
    atMs: second * 1000,
    emotion: (Math.floor(second / 97) % 8) - 1,
  })).filter(({ atMs }) => atMs % 600_000 >= 30_000);
  const gaps = Array.from({ length: durationMs / 600_000 }, (_, index) => ({
    fromMs: index * 600_000,
    toMs: index * 600_000 + 30_000,
    reason: GAP_REASONS[index % GAP_REASONS.length]!,
  }));
  const by = (index: number) => NAMES[index % NAMES.length]!;
  const { session } = sourceOf();
  return documentOf({
    ...timelineOf(samplesOf(rows), gaps, durationMs),
    session: { ...session, durationMs, startedBy: by(0), notes: `${NAMES.join(', ')}: ☺ → ✓` },
    markers: Array.from({ length: 120 }, (_, index) => ({
      atMs: index * 239_000,
      toMs: index % 3 === 0 ? index * 239_000 + 61_000 : null,
      kind: 'note',
      text: `No. ${index} ${'and so on '.repeat(index % 12)}`,
      by: by(index),
    })),
    annotations: Array.from({ length: 40 }, (_, index) => ({
      fromMs: index * 700_000,
      toMs: index * 700_000 + 200_000,
      label: index % 2 ? 'crying' : 'happiness',
      note: '',
      by: by(index % 3),
      writtenAtIso: '2026-03-05T12:00:00.000Z',
      read: null,
    })),
    ...change,
  });
}
