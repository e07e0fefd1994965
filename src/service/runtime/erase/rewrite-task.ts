import { prepareRewritten } from '../../../core/store/erase/rewrite-store.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import type { SiteFolder } from '../site-folder.ts';
import { noteOverwritten } from './overwrite-due.ts';

/** Writes the store anew beside itself, in a thread of its own. */
export function rewriteStore(
  db: ReadableDb,
  { folder, key }: { readonly folder: SiteFolder; readonly key: Uint8Array },
) {
  prepareRewritten(db, folder, key, noteOverwritten);
}
