import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateKey, readPrivateKey } from '../../../src/core/security/signature.node.ts';
import { writeBackup } from '../../../src/core/store/backup/backup-file.node.ts';
import { copyStore, removeStore } from '../../../src/core/store/backup/copy-store.node.ts';
import { appendBatch, readSamples } from '../../../src/core/store/sessions/samples.node.ts';
import { KEY, NOW, sampleAt } from '../../../src/core/store/testing/new-store.node.ts';
import type { Finding, Scenario } from '../scenario.ts';
import { checkStore, corrupt, madeIn, makeStore, missing, openBackup, openMade } from './made-store.ts';

const SAMPLES = 2000;
const STORE = 'site.db';

/** Backups of a store that goes on being written to; what bears a backup's name must be one. */
const backup: Scenario = {
  killWithinMs: 600,
  prepare: (folder) =>
    makeStore(folder, (db, { sessionId }) => {
      const samples = Array.from({ length: SAMPLES }, (_, index) => sampleAt(index));
      appendBatch(db, { sessionId, batch: 0, samples, gaps: [], atMs: SAMPLES });
    }),

  act(folder, { acknowledge }) {
    const { sessionId } = madeIn(folder);
    const db = openMade(folder);
    const signing = readPrivateKey(makePrivateKey());
    for (let turn = 1; ; turn += 1) {
      const atMs = SAMPLES + turn;
      appendBatch(db, { sessionId, batch: turn, samples: [sampleAt(atMs)], gaps: [], atMs });
      acknowledge(`sample ${atMs}`);
      const copy = join(folder, 'copy.db');
      const { head } = copyStore(db, copy, KEY);
      const about = { madeAtIso: NOW.toISOString(), version: '1', dataDir: folder, head };
      writeBackup(join(folder, `${turn}.faceward-backup`), [{ path: STORE, from: copy }], about, signing);
      removeStore(copy);
      acknowledge(`${turn}.faceward-backup`);
    }
  },

  check(folder, acknowledged) {
    const backups = readdirSync(folder).filter((name) => name.endsWith('.faceward-backup'));
    return [
      ...checkStore(folder, (db, { sessionId }) =>
        missing(acknowledged, [...backups, ...Array.from(readSamples(db, sessionId).atMs, (atMs) => `sample ${atMs}`)]),
      ),
      ...backups.flatMap((name) => checkOne(folder, name)),
    ];
  },
};

function checkOne(folder: string, name: string): Finding[] {
  const { sessionId } = madeIn(folder);
  return openBackup(folder, { file: join(folder, name), store: STORE, key: KEY }, (db) => {
    const { count } = readSamples(db, sessionId);
    const wanted = SAMPLES + Number.parseInt(name, 10);
    return count === wanted ? [] : [corrupt(`${name} has ${count} samples of ${wanted}`)];
  });
}

export default backup;
