import { unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { findApprovedModel } from '../../core/store/lab/models.node.ts';
import { addMadeImages } from '../../core/store/lab/wall/testing/made-images.node.ts';
import { closeStore, openStore } from '../../core/store/store.node.ts';
import { siteFolder } from '../runtime/site-folder.ts';

interface MadeFaces {
  /** Of a site that is set up and that no program holds. */
  readonly dataDir: string;
  readonly userName: string;
  readonly password: string;
  readonly datasetId: string;
  readonly count: number;
}

/** Puts a dataset of made-up faces into a site's store, with readings of its model in use. */
export async function addMadeFaces({ dataDir, userName, password, datasetId, count }: MadeFaces): Promise<void> {
  const { keyFile, storeFile } = siteFolder(dataDir);
  const unlocked = await unlockWithPassword(keyFile, { userName, password });
  if (unlocked.kind !== 'unlocked') throw new Error(`the site in ${dataDir} was not unlocked: ${unlocked.kind}`);
  const db = openStore(storeFile, unlocked.key);
  try {
    addMadeImages(db, { datasetId, count, modelDigest: findApprovedModel(db)?.digest ?? null });
  } finally {
    closeStore(db);
  }
}
