import { createHash } from 'node:crypto';
import {
  addExport,
  exportFilePieces,
  keepExportFile,
  listExportFiles,
  listExports,
  updateExport,
} from '../../../src/core/store/exports.node.ts';
import { NOW } from '../../../src/core/store/testing/new-store.node.ts';
import type { Scenario } from '../scenario.ts';
import { checkStore, corrupt, madeIn, makeStore, missing, openMade } from './made-store.ts';

const FORMATS = ['pdf', 'json', 'csv', 'bids', 'elan', 'fhir'];
const MOST_BYTES = 200_000;

/** Exports whose files are kept one after the other, each of which names its own digest. */
const exports: Scenario = {
  killWithinMs: 300,
  prepare: (folder) => makeStore(folder),

  act(folder, { acknowledge, random }) {
    const { sessionId, userId } = madeIn(folder);
    const db = openMade(folder);
    for (;;) {
      const wanted = { formats: FORMATS, language: 'en', isIdentified: false, sessionIds: [sessionId] };
      const { id } = addExport(db, { ...wanted, startedBy: userId, now: NOW });
      acknowledge(id);
      for (const format of FORMATS) {
        const bytes = Buffer.alloc(1 + random.integer(MOST_BYTES), random.integer(256));
        keepExportFile(db, id, { sessionId, format, fileName: digestOf(bytes), mediaType: 'text/plain', bytes });
        acknowledge(`${id} ${format}`);
      }
      updateExport(db, id, { state: 'finished' });
      acknowledge(`${id} finished`);
    }
  },

  check: (folder, acknowledged) =>
    checkStore(folder, (db) => {
      const orders = listExports(db);
      const files = orders.flatMap(({ id }) => listExportFiles(db, id).map((file) => ({ id, ...file })));
      const changed = files.find(
        (file) => digestOf(Buffer.concat([...exportFilePieces(db, file.id, file)])) !== file.fileName,
      );
      return [
        ...missing(acknowledged, [
          ...orders.map(({ id }) => id),
          ...orders.filter(({ state }) => state === 'finished').map(({ id }) => `${id} finished`),
          ...files.map(({ id, format }) => `${id} ${format}`),
        ]),
        ...(changed ? [corrupt(`a file as ${changed.format} is not what was kept`)] : []),
      ];
    }),
};

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export default exports;
