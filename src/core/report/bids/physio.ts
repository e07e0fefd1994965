import { EMOTIONS } from '../../emotion/emotion.ts';
import { valence } from '../../emotion/valence.ts';
import { holdsMs } from '../../timeline/covered-time.ts';
import { PROBABILITIES } from '../../timeline/sample-columns.ts';
import type { FormatWords } from '../format-words.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';

/** Rows a second. The program reads at most some 15 times a second. */
export const RATE_HZ = 10;

const STEP_MS = 1000 / RATE_HZ;
const COLUMNS = [...EMOTIONS.map((emotion) => `p_${emotion}`), 'valence', 'named'];
/** The validator looks at a column's description only if it has units; BIDS, "Units", calls those of a plain number so. */
const WITHOUT_UNIT = 'arbitrary';

const NOTHING = `${COLUMNS.map(() => 'n/a').join('\t')}\n`;

/**
 * The readings as a continuous recording, one row every tenth of a second from the session's beginning to its end.
 *
 * A row holds the last reading for as long as that one counts (see timeline/covered-time), else n/a: nothing is drawn
 * across a gap. Values of a reading are not changed, so that a reading may stand in several rows or, where readings come
 * faster than the rows, in none.
 *
 * Source: BIDS specification, "Physiological recordings": no line of names, columns in the sidecar's order.
 */
export function physioRows({ gaps, session }: ReportDocument, samples: ReportSamples): string {
  const holds = holdsMs(samples, gaps, session.durationMs);
  const rows: string[] = [];
  let sample = -1;
  const count = Math.ceil(session.durationMs / STEP_MS);
  for (let row = 0; row < count; row += 1) {
    const atMs = row * STEP_MS;
    while (sample + 1 < samples.count && samples.atMs[sample + 1]! <= atMs) sample += 1;
    const counts = sample >= 0 && atMs < samples.atMs[sample]! + holds[sample]!;
    rows.push(counts ? rowOf(samples, sample) : NOTHING);
  }
  return rows.join('');
}

/** The sidecar. */
export function physioSidecar({ exports, common }: FormatWords): Record<string, unknown> {
  return {
    SamplingFrequency: RATE_HZ,
    StartTime: 0,
    PhysioType: 'generic',
    Columns: COLUMNS,
    ...Object.fromEntries(
      EMOTIONS.map((emotion) => [
        `p_${emotion}`,
        {
          Description: exports(($) => $.bids.pEmotion, { emotion: common(($) => $.emotion[emotion]) }),
          Units: WITHOUT_UNIT,
        },
      ]),
    ),
    valence: { Description: exports(($) => $.bids.valence), Units: WITHOUT_UNIT },
    named: {
      Description: exports(($) => $.bids.named),
      Levels: Object.fromEntries([
        ['-1', common(($) => $.notSure)],
        ...EMOTIONS.map((emotion, index) => [String(index), common(($) => $.emotion[emotion])]),
      ]),
    },
  };
}

function rowOf({ probabilities, emotion }: ReportSamples, sample: number): string {
  const row = probabilities.subarray(sample * PROBABILITIES, (sample + 1) * PROBABILITIES);
  const numbers = [...row, valence(row).value].map((value) => Number(value.toFixed(6)));
  return `${numbers.join('\t')}\t${emotion[sample]}\n`;
}
