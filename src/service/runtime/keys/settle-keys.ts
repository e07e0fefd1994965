import { DamagedKeyFileError } from '../../../core/security/keys/key-file.node.ts';
import { settleRekey } from '../../../core/store/keys/rekey.node.ts';
import type { SiteFolder } from '../site-folder.ts';

/**
 * Finishes or undoes a change of the data key in whose middle the program ended. A damaged key file is left as it is: it is told
 * to whoever signs in, in words and their language, while nobody would be told anything without a window.
 */
export function settleKeys(home: SiteFolder): void {
  try {
    settleRekey(home);
  } catch (error) {
    if (!(error instanceof DamagedKeyFileError)) throw error;
  }
}
