import { randomUUID } from 'node:crypto';
import { addMarker, readMarkers } from '../../../src/core/store/sessions/markers.node.ts';
import { addObservation, readObservations } from '../../../src/core/store/sessions/observations.node.ts';
import { appendBatch, readSamples } from '../../../src/core/store/sessions/samples.node.ts';
import { findSession } from '../../../src/core/store/sessions/sessions.node.ts';
import { NOW, sampleAt } from '../../../src/core/store/testing/new-store.node.ts';
import type { Scenario } from '../scenario.ts';
import { checkStore, corrupt, madeIn, makeStore, missing, openMade } from './made-store.ts';

const BATCH_SAMPLES = 7;
const SAMPLE_MS = 66;
const ENTRY_EVERY = 4;

/** A session that records without a pause, with markers and observations in between. */
const session: Scenario = {
  killWithinMs: 250,
  prepare: (folder) => makeStore(folder),

  act(folder, { acknowledge }) {
    const { sessionId, userId } = madeIn(folder);
    const db = openMade(folder);
    for (let batch = 0; ; batch += 1) {
      const samples = Array.from({ length: BATCH_SAMPLES }, (_, index) =>
        sampleAt(atMsOf(batch * BATCH_SAMPLES + index)),
      );
      const atMs = atMsOf((batch + 1) * BATCH_SAMPLES);
      appendBatch(db, { sessionId, batch, samples, gaps: [], atMs });
      acknowledge(`batch ${batch}`);
      if (batch % ENTRY_EVERY !== 0) continue;
      const id = randomUUID();
      addMarker(db, { sessionId, id, atMs, toMs: null, kind: 'needle', text: 'left arm', by: userId });
      acknowledge(`marker ${id}`);
      addObservation(db, { sessionId, id, atMs, observation: { kind: 'note', note: 'calm' }, by: userId, now: NOW });
      acknowledge(`observation ${id}`);
    }
  },

  check: (folder, acknowledged) =>
    checkStore(folder, (db, { sessionId }) => {
      const samples = readSamples(db, sessionId);
      const stored = findSession(db, sessionId);
      const isInPlace = samples.atMs.every((atMs, index) => atMs === atMsOf(index));
      const batches = samples.count / BATCH_SAMPLES;
      return [
        ...(isInPlace ? [] : [corrupt('a sample is not where it was put')]),
        ...(Number.isInteger(batches) ? [] : [corrupt(`a part of a batch: ${samples.count} samples`)]),
        ...(stored?.sampleCount === samples.count ? [] : [corrupt(`${stored?.sampleCount} samples are counted`)]),
        ...missing(acknowledged, [
          ...Array.from({ length: Math.floor(batches) }, (_, batch) => `batch ${batch}`),
          ...readMarkers(db, sessionId).map(({ id }) => `marker ${id}`),
          ...readObservations(db, sessionId).map(({ id }) => `observation ${id}`),
        ]),
      ];
    }),
};

function atMsOf(index: number): number {
  return index * SAMPLE_MS;
}

export default session;
