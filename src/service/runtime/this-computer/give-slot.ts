import { makeUserSlot, withUserSlot } from '../../../core/security/key-slots.node.ts';
import { type KeyContent, readNewKeyFile, type UserSlot } from '../../../core/security/keys/key-file.node.ts';
import { changeKeys } from '../../../core/store/keys/change-keys.node.ts';
import { rekeyWhenDue } from '../keys/rekeying.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { noteBound, readBinding, wantedKey } from './binding.ts';

interface SlotOrder<Result> {
  readonly userId: string;
  readonly userName: string;
  readonly password: string;
  /** Name of who gives it. */
  readonly by: string;
  readonly now: Date;
  /** What else changes in the keys. If it throws, all stays as it was. */
  readonly change?: (content: KeyContent) => KeyContent;
  /** What changes in the store with it. If it throws, all stays as it was. */
  readonly work: () => Result;
}

/**
 * Gives somebody a slot that their password opens, in place of the one that they have; with a secret of this computer beside it where the
 * site wants that and this computer can.
 */
export async function giveSlot<Result>(runtime: Runtime, site: OpenSite, order: SlotOrder<Result>): Promise<Result> {
  const { userId, userName, password } = order;
  const { db, folder, key } = site;
  for (;;) {
    const computer = await wantedKey(runtime, site);
    const { salt } = readNewKeyFile(folder.keyFile);
    const slot = await makeUserSlot(key, salt, { userId, userName, password }, computer);
    // Meanwhile the site may have changed its mind, and a secret that no slot needed may be forgotten.
    if (computer === null || computer.id === readBinding(db)?.id) return putIn(runtime, site, order, slot);
  }
}

function putIn<Result>(runtime: Runtime, site: OpenSite, order: SlotOrder<Result>, slot: UserSlot): Result {
  const { by, now, change = (content) => content, work } = order;
  const { db, folder, demo } = site;
  let after: KeyContent;
  let isComplete = false;
  const result = changeKeys(
    { keyFile: folder.keyFile, db },
    (content) => {
      after = withUserSlot(change(content), slot);
      return after;
    },
    () => {
      const done = work();
      isComplete = !demo && noteBound(db, after, { by, now });
      return done;
    },
  );
  if (isComplete) rekeyWhenDue(runtime);
  return result;
}
