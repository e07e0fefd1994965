import { DISTRESS_STATES, type DistressState, distressOf } from '../../emotion/distress.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { valence } from '../../emotion/valence.ts';
import { PROBABILITIES } from '../../timeline/sample-columns.ts';
import { distressInWords } from '../distress/distress-in-words.ts';
import { statesOf } from '../distress/sample-states.ts';
import type { FormatWords } from '../format-words.ts';
import { ALL_MOVEMENT_COLUMNS, movementsOf } from '../movements/movements-by-second.ts';
import { heldReadings, type SampleRow } from '../pieces/sample-rows.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';

/** Rows a second. The program reads at most some 15 times a second. */
export const RATE_HZ = 10;

const STEP_MS = 1000 / RATE_HZ;
const COLUMNS = [
  ...EMOTIONS.map((emotion) => `p_${emotion}`),
  'valence',
  'distress',
  'distress_state',
  ...ALL_MOVEMENT_COLUMNS,
  'named',
];
/** A state as a number, as recordings have them; "not sure" as in the column "named". */
const STATE_NUMBERS: Readonly<Record<DistressState, number>> = { likely: 1, 'not-seen': 0, 'not-sure': -1 };
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
export function* physioRows(document: ReportDocument, samples: ReportSamples): Generator<string> {
  const { gaps, session } = document;
  const stateOf = statesOf(document);
  const readings = heldReadings(samples, gaps, session.durationMs);
  const count = Math.ceil(session.durationMs / STEP_MS);
  for (let row = 0; row < count; row += 1) {
    const reading = readings(row * STEP_MS);
    yield reading ? rowOf(reading, stateOf(reading.atMs)) : NOTHING;
  }
}

/** The sidecar. */
export function physioSidecar(document: ReportDocument, words: FormatWords): Record<string, unknown> {
  const { exports, common } = words;
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
    distress: { Description: exports(($) => $.bids.distress), Units: WITHOUT_UNIT },
    distress_state: {
      Description: distressInWords(document, words).join(' '),
      Levels: Object.fromEntries(
        DISTRESS_STATES.map((state) => [String(STATE_NUMBERS[state]), common(($) => $.distress[state])]),
      ),
    },
    ...Object.fromEntries(
      ALL_MOVEMENT_COLUMNS.map((column) => [
        column,
        {
          Description: exports(($) => $.movements[column]),
          Units: column.endsWith('_deg') ? 'deg' : WITHOUT_UNIT,
        },
      ]),
    ),
    named: {
      Description: exports(($) => $.bids.named),
      Levels: Object.fromEntries([
        ['-1', common(($) => $.notSure)],
        ...EMOTIONS.map((emotion, index) => [String(index), common(($) => $.emotion[emotion])]),
      ]),
    },
  };
}

function rowOf({ page, row: sample }: SampleRow, state: DistressState | null): string {
  const { probabilities, emotion } = page;
  const row = probabilities.subarray(sample * PROBABILITIES, (sample + 1) * PROBABILITIES);
  const cells = [
    ...[...row, valence(row).value, distressOf(row)].map((value) => Number(value.toFixed(6))),
    state === null ? 'n/a' : STATE_NUMBERS[state],
    ...movementsOf(page, sample).map((value) => (Number.isNaN(value) ? 'n/a' : Number(value.toFixed(4)))),
    emotion[sample],
  ];
  return `${cells.join('\t')}\n`;
}
