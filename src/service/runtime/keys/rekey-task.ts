import { appendAudit } from '../../../core/store/audit.node.ts';
import { prepareRekeyed, REKEY_STEPS } from '../../../core/store/keys/rekey.node.ts';
import { addSealKeys } from '../../../core/store/keys/seal-keys.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import type { SiteFolder } from '../site-folder.ts';
import { noteRekeyed } from './rekey-due.ts';

interface RekeyTaskInput {
  readonly folder: SiteFolder;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly by: string;
  /** For the audit log. */
  readonly subject: string;
  readonly nowIso: string;
  /** One number: which step it is at. */
  readonly step: Int32Array;
}

/** Makes the store of the other key beside the store, in a thread of its own. */
export function rekeyStore(db: ReadableDb, { folder, from, to, by, subject, nowIso, step }: RekeyTaskInput) {
  return prepareRekeyed(
    db,
    folder,
    { from, to },
    (copy) => {
      const now = new Date(nowIso);
      addSealKeys(copy, from);
      noteRekeyed(copy, now);
      appendAudit(copy, { userName: by, action: 'keys.change', subject, now });
    },
    (name) => Atomics.store(step, 0, REKEY_STEPS.indexOf(name)),
  );
}
