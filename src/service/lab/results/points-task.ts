import type { RunPoints } from '../../../contract/results.ts';
import { SPLITS } from '../../../core/dataset/split-name.ts';
import { AGE_BANDS, ageBand } from '../../../core/emotion/age.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { namedBy, readEmbeddings, readRunImages } from '../../../core/store/lab/run-images.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';

const GROUP_CODES = { child: 0, adult: 1 } as const;

/** The faces of a run as its encoder sees them, with what tells them apart. */
export function runPoints(db: ReadableDb, { runId }: { readonly runId: string }): RunPoints {
  const { keys, columns, values } = readEmbeddings(db, runId);
  const embedded = new Set(keys);
  const rows = readRunImages(db, runId, null).filter(({ key }) => embedded.has(key));
  return {
    keys,
    embeddings: values,
    columns,
    truth: Int8Array.from(rows, ({ truth }) => EMOTIONS.indexOf(truth)),
    said: Int8Array.from(rows, ({ probabilities }) => EMOTIONS.indexOf(namedBy(probabilities))),
    split: Int8Array.from(rows, ({ split }) => SPLITS.indexOf(split)),
    group: Int8Array.from(rows, ({ group }) => (group === null ? -1 : GROUP_CODES[group])),
    ageBand: Int8Array.from(rows, ({ ageYears }) =>
      ageYears === null ? -1 : AGE_BANDS.findIndex(({ name }) => name === ageBand(ageYears)),
    ),
  };
}
