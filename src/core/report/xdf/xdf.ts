import { distressOf } from '../../emotion/distress.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { valence } from '../../emotion/valence.ts';
import { holdsMs } from '../../timeline/covered-time.ts';
import { PROBABILITIES } from '../../timeline/sample-columns.ts';
import { distressInWords } from '../distress/distress-in-words.ts';
import { formatWords } from '../format-words.ts';
import { ALL_MOVEMENT_COLUMNS, movementsOf } from '../movements/movements-by-second.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';
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
export function reportToXdf(document: ReportDocument, samples: ReportSamples): Uint8Array<ArrayBuffer> {
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
  const of = (name: string, type: string, rest: Pick<XdfStream, 'rateHz' | 'channels' | 'samples'>): XdfStream => ({
    name: `Faceward ${name}`,
    type,
    sourceId: `faceward-${session.id}-${name.replace(/ /g, '-')}`,
    about,
    ...rest,
  });
  return xdfFile([
    of('readings', 'Emotion', { rateHz: 0, channels: CHANNELS, samples: readings(samples, originS) }),
    of('readings on a grid', 'Emotion', {
      rateHz: GRID_HZ,
      channels: CHANNELS,
      samples: onGrid(document, samples, originS),
    }),
    of('movements', 'Movements', { rateHz: 0, channels: MOVEMENT_CHANNELS, samples: movements(samples, originS) }),
    of('distress', 'Distress', {
      rateHz: 0,
      channels: [{ label: 'distress' }],
      samples: events(document, originS, (kind) => kind === 'distress'),
    }),
    of('gaps', 'Gaps', {
      rateHz: 0,
      channels: [{ label: 'gap' }],
      samples: events(document, originS, (kind) => kind === 'gap'),
    }),
    of('markers', 'Markers', {
      rateHz: 0,
      channels: [{ label: 'marker' }],
      samples: events(document, originS, (kind) => !FROM_READINGS.includes(kind)),
    }),
  ]);
}

type Floats = Extract<XdfStream['samples'], { format: 'float32' }>;

function readings(samples: ReportSamples, originS: number): Floats {
  const values = new Float32Array(samples.count * CHANNELS.length);
  for (let row = 0; row < samples.count; row += 1) setRow(values, row, samples, row);
  return { format: 'float32', timesS: samples.atMs.map((atMs) => originS + atMs / 1000), values };
}

/** NaN where a reading's face was not measured. */
function movements(samples: ReportSamples, originS: number): Floats {
  const values = new Float32Array(samples.count * MOVEMENT_CHANNELS.length);
  for (let row = 0; row < samples.count; row += 1) {
    values.set(movementsOf(samples, row), row * MOVEMENT_CHANNELS.length);
  }
  return { format: 'float32', timesS: samples.atMs.map((ms) => originS + ms / 1000), values };
}

/** At each step the reading that holds there. */
function onGrid({ gaps, summary: { durationMs } }: ReportDocument, samples: ReportSamples, originS: number): Floats {
  const stepMs = 1000 / GRID_HZ;
  const steps = samples.count === 0 ? 0 : Math.ceil(durationMs / stepMs);
  const holds = holdsMs(samples, gaps, durationMs);
  const values = new Float32Array(steps * CHANNELS.length).fill(Number.NaN);
  let row = -1;
  for (let step = 0; step < steps; step += 1) {
    while (row + 1 < samples.count && samples.atMs[row + 1]! <= step * stepMs) row += 1;
    if (row >= 0 && step * stepMs < samples.atMs[row]! + holds[row]!) setRow(values, step, samples, row);
  }
  return {
    format: 'float32',
    timesS: Float64Array.from({ length: steps }, (_, step) => originS + step / GRID_HZ),
    values,
  };
}

function setRow(values: Float32Array, to: number, { probabilities }: ReportSamples, row: number): void {
  const own = probabilities.subarray(row * PROBABILITIES, (row + 1) * PROBABILITIES);
  values.set([...own, valence(own).value, distressOf(own)], to * CHANNELS.length);
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
  return {
    format: 'string',
    timesS: Float64Array.from(lines, ({ atMs }) => originS + atMs / 1000),
    values: lines.map(({ line }) => line),
  };
}
