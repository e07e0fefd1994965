import { expect, test } from 'vitest';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { beginFile, leaveFiles, nextPiece } from './file-pieces-task.ts';

// These tasks read nothing of the store by themselves.
const NO_DB = null as unknown as ReadableDb;

test('a file that is left lets go of what it is made of, and is not gone on with', async () => {
  let isLetGo = false;
  function* pieces() {
    try {
      for (;;) yield new Uint8Array(2 ** 20);
    } finally {
      isLetGo = true;
    }
  }
  const about = { fileName: 'r.csv', mediaType: 'text/csv' };
  const [left, other] = [
    await beginFile({ ...about, pieces: pieces() }),
    await beginFile({ ...about, pieces: pieces() }),
  ];
  await leaveFiles(NO_DB, { files: [left.more!, 'none'] });
  expect(isLetGo).toBe(true);
  expect(await nextPiece(NO_DB, { more: left.more! })).toBeNull();
  expect((await nextPiece(NO_DB, { more: other.more! }))?.more).toBe(other.more);
});
