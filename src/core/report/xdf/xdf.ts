import { distressOf } from '../../emotion/distress.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { valence } from '../../emotion/valence.ts';
import { PROBABILITIES } from '../../timeline/sample-columns.ts';
import { distressInWords } from '../distress/distress-in-words.ts';
import { formatWords } from '../format-words.ts';
import { ALL_MOVEMENT_COLUMNS, movementsOf } from '../movements/movements-by-second.ts';
import type { Bytes } from '../pieces/pieces.ts';
import { heldReadings, sampleRows } from '../pieces/sample-rows.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples, SamplePage } from '../report-samples.ts';
import { entryLine, type TimedEntry, timedEntries } from '../timed-entries.ts';
import { type XdfStream, xdfFile } from './xdf-file.ts';

/** Of the grid: half a reading's longest hold, so that none is missed. */
export const GRID_HZ = 8;

/** What has a stream of its own, or follows from the readings. */
const FROM_READINGS: readonly TimedEntry['kind'][] = ['episode', 'distress', 'gap'];

const CHANNELS = [
  ...EMOTIONS.map((emotion) => ({ label: `p_${emotion}` })),
  { label: 'valence' },
  { label: 'distress' },
];

const NOTHING = CHANNELS.map(() => Number.NaN);

const MOVEMENT_CHANNELS = ALL_MOVEMENT_COLUMNS.map((label) => ({
  label,
  unit: label.endsWith('_deg') ? 'degrees' : 'distance between the eyes',
}));

/**
 * The session as XDF, to lie beside what the Lab Streaming Layer recorded of other devices: its readings, its movements, what was
 * said of distress, its gaps, and what staff marked, observed and said.
 *
 * Times are seconds since 1970 (UTC), in a de-identified report seconds since the session's beginning. Readings are there
 * twice. "Faceward readings" are as they came and declared as irregular: pyxdf spreads a stream with a rate evenly over its
 * whole length, gaps included, which moves readings by as much as a gap is long. "Faceward readings on a grid" are for
 * programs that want a rate: eight a second, NaN where nothing was read.
 *
 * A film has no time on any clock but its own: its times are seconds since its beginning, too.
 */
export function reportToXdf(document: ReportDocument, samples: ReportSamples): Generator<Bytes> {
  const { session, model } = document;
  const isOnClock = session.startedAtIso !== null && session.source !== 'recording';
  const originS = isOnClock ? Date.parse(session.startedAtIso!) / 1000 : 0;
  const about = {
    session: session.id,
    model: `${model.id} ${model.version}`,
    clock: isOnClock ? 'seconds since 1970-01-01T00:00:00Z' : 'seconds since the beginning of the session',
    statement: document.statement,
    distress: distressInWords(document, formatWords(document.language)).join(' '),
  };
  const of = (
    name: string,
    type: string,
    rest: Pick<XdfStream, 'rateHz' | 'channels' | 'format' | 'samples'>,
  ): XdfStream => ({
    name: `Faceward ${name}`,
    type,
    sourceId: `faceward-${session.id}-${name.replace(/ /g, '-')}`,
    about,
    ...rest,
  });
  return xdfFile([
    of('readings', 'Emotion', {
      rateHz: 0,
      channels: CHANNELS,
      format: 'float32',
      samples: readings(samples, originS),
    }),
    of('readings on a grid', 'Emotion', {
      rateHz: GRID_HZ,
      channels: CHANNELS,
      format: 'float32',
      samples: onGrid(document, samples, originS),
    }),
    of('movements', 'Movements', {
      rateHz: 0,
      channels: MOVEMENT_CHANNELS,
      format: 'float32',
      samples: movements(samples, originS),
    }),
    of('distress', 'Distress', {
      rateHz: 0,
      channels: [{ label: 'distress' }],
      format: 'string',
      samples: events(document, originS, (kind) => kind === 'distress'),
    }),
    of('gaps', 'Gaps', {
      rateHz: 0,
      channels: [{ label: 'gap' }],
      format: 'string',
      samples: events(document, originS, (kind) => kind === 'gap'),
    }),
    of('markers', 'Markers', {
      rateHz: 0,
      channels: [{ label: 'marker' }],
      format: 'string',
      samples: events(document, originS, (kind) => !FROM_READINGS.includes(kind)),
    }),
  ]);
}

type Sample = XdfStream['samples'] extends Iterable<infer Each> ? Each : never;

function* readings(samples: ReportSamples, originS: number): Generator<Sample> {
  for (const { page, row, atMs } of sampleRows(samples))
    yield { timeS: originS + atMs / 1000, values: valuesOf(page, row) };
}

/** NaN where a reading's face was not measured. */
function* movements(samples: ReportSamples, originS: number): Generator<Sample> {
  for (const { page, row, atMs } of sampleRows(samples)) {
    yield { timeS: originS + atMs / 1000, values: movementsOf(page, row) };
  }
}

/** At each step the reading that holds there. */
function* onGrid(
  { gaps, summary: { durationMs } }: ReportDocument,
  samples: ReportSamples,
  originS: number,
): Generator<Sample> {
  const stepMs = 1000 / GRID_HZ;
  const steps = samples.count === 0 ? 0 : Math.ceil(durationMs / stepMs);
  const readings = heldReadings(samples, gaps, durationMs);
  for (let step = 0; step < steps; step += 1) {
    const holding = readings(step * stepMs);
    yield { timeS: originS + step / GRID_HZ, values: holding ? valuesOf(holding.page, holding.row) : NOTHING };
  }
}

function valuesOf({ probabilities }: SamplePage, row: number): number[] {
  const own = probabilities.subarray(row * PROBABILITIES, (row + 1) * PROBABILITIES);
  return [...own, valence(own).value, distressOf(own)];
}

/** A line at each beginning, and for what lasts one with "/end" at its end. */
function events(
  document: ReportDocument,
  originS: number,
  isWanted: (kind: TimedEntry['kind']) => boolean,
): XdfStream['samples'] {
  const lines = timedEntries(document)
    .filter(({ kind }) => isWanted(kind))
    .flatMap((entry) => {
      const begins = { atMs: entry.fromMs, line: entryLine(entry) };
      if (entry.toMs === null) return [begins];
      return [begins, { atMs: entry.toMs, line: `${entry.kind}/${entry.what}/end` }];
    })
    .sort((a, b) => a.atMs - b.atMs);
  return lines.map(({ atMs, line }) => ({ timeS: originS + atMs / 1000, values: [line] }));
}
