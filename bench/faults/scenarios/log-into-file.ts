import { appendBatch, readSamples } from '../../../src/core/store/sessions/samples.node.ts';
import { closeStore } from '../../../src/core/store/store.node.ts';
import { sampleAt } from '../../../src/core/store/testing/new-store.node.ts';
import type { Scenario } from '../scenario.ts';
import { checkStore, madeIn, makeStore, missing, openMade } from './made-store.ts';

const BATCHES_A_ROUND = 12;

/** A store that is closed and opened again and again, so that the log is often on its way into the file. */
const logIntoFile: Scenario = {
  killWithinMs: 400,
  prepare: (folder) => makeStore(folder),

  act(folder, { acknowledge }) {
    const { sessionId } = madeIn(folder);
    for (let batch = 0; ; ) {
      const db = openMade(folder);
      for (const end = batch + BATCHES_A_ROUND; batch < end; batch += 1) {
        appendBatch(db, { sessionId, batch, samples: [sampleAt(batch)], gaps: [], atMs: batch });
        acknowledge(`sample ${batch}`);
      }
      closeStore(db);
    }
  },

  check: (folder, acknowledged) =>
    checkStore(folder, (db, { sessionId }) =>
      missing(
        acknowledged,
        Array.from(readSamples(db, sessionId).atMs, (atMs) => `sample ${atMs}`),
      ),
    ),
};

export default logIntoFile;
