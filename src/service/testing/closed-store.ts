import { join } from 'node:path';
import { unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { closeStore, type closeUnwritten, openStore, type WritableDb } from '../../core/store/store.node.ts';
import { ADMINISTRATOR, type TestSite } from './test-site.ts';

/**
 * Looks into the store of a site that no service has open, past the door, or writes there.
 *
 * @param close How it is left.
 */
export async function withClosedStore<Result>(
  { dataDir }: Pick<TestSite, 'dataDir'>,
  work: (db: WritableDb) => Result,
  close: typeof closeUnwritten = closeStore,
): Promise<Result> {
  const unlocked = await unlockWithPassword(join(dataDir, 'keys.json'), ADMINISTRATOR);
  if (unlocked.kind !== 'unlocked') throw new Error(`the administrator was expected to get in; found ${unlocked.kind}`);
  const file = join(dataDir, 'faceward.db');
  const db = openStore(file, unlocked.key);
  try {
    return work(db);
  } finally {
    close(db, file, unlocked.key);
  }
}
