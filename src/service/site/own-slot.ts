import {
  makeRecoverySlot,
  makeUserSlot,
  unlockWithPassword,
  withUserSlot,
} from '../../core/security/key-slots.node.ts';
import { readNewKeyFile } from '../../core/security/keys/key-file.node.ts';
import { parseRecoveryCode } from '../../core/security/recovery-code.ts';
import { changeKeys, hasOldSlot } from '../../core/store/keys/change-keys.node.ts';
import { findUser, findUserByName, listUsers, type User } from '../../core/store/people/users.node.ts';
import { isDiskFull } from '../../core/training/full-disk/disk-full.node.ts';
import { recordAction } from '../runtime/record-action.ts';
import type { OpenSite } from '../runtime/runtime.ts';

/** Who opened the store: by their slot, or, with keys of a version before, by name. */
export function userOf(
  { db }: OpenSite,
  { userId, userName }: { readonly userId: string | null; readonly userName: string | null },
): User | null {
  if (userId !== null) return findUser(db, userId);
  return userName === null ? (listUsers(db)[0] ?? null) : findUserByName(db, userName);
}

/** Whether the password opens the keys that count, now that an interrupted change of them was settled. */
export async function isStillTheirs(
  { folder }: OpenSite,
  who: { readonly userName: string | null; readonly password: string },
): Promise<boolean> {
  return (await unlockWithPassword(folder.keyFile, who)).kind === 'unlocked';
}

/** Gives whoever has just proved their password a slot that can be given another data key, if theirs is of before. */
export async function renewSlotOf(site: OpenSite, { user, password }: { user: User; password: string }): Promise<void> {
  const { keyFile } = site.folder;
  try {
    if (!hasOldSlot(keyFile, user.id)) return;
    const slot = await makeUserSlot(site.key, readNewKeyFile(keyFile).salt, {
      userId: user.id,
      userName: user.name,
      password,
    });
    changeKeys(
      { keyFile, db: site.db },
      (content) => withUserSlot(content, slot),
      () => undefined,
    );
  } catch (error) {
    // It is done at the next sign-in.
    if (!isDiskFull(error)) throw error;
  }
}

/** A new password for a person, by the recovery code; a recovery slot of before is renewed with it. */
export async function giveNewPassword(
  site: OpenSite,
  order: { readonly user: User; readonly newPassword: string; readonly recoveryCode: string; readonly now: Date },
): Promise<void> {
  const { folder, db, key } = site;
  const { user, newPassword, recoveryCode, now } = order;
  const { salt } = readNewKeyFile(folder.keyFile);
  const slot = await makeUserSlot(key, salt, { userId: user.id, userName: user.name, password: newPassword });
  const code = parseRecoveryCode(recoveryCode);
  if (code.kind !== 'code') throw new Error('a recovery code that has opened the store was expected');
  const { recovery } = await makeRecoverySlot(key, code.bytes);
  changeKeys(
    { keyFile: folder.keyFile, db },
    (content) => {
      const isOld = content.recovery !== null && 'old' in content.recovery;
      return { ...withUserSlot(content, slot), recovery: isOld ? recovery : content.recovery };
    },
    () => recordAction({ db, user, now }, 'site.recover', ''),
  );
}
