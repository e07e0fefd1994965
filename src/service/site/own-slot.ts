import { makeRecoverySlot, needOf, unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { readNewKeyFile } from '../../core/security/keys/key-file.node.ts';
import { parseRecoveryCode } from '../../core/security/recovery-code.ts';
import { findUser, findUserByName, listUsers, type User } from '../../core/store/people/users.node.ts';
import { isDiskFull } from '../../core/training/full-disk/disk-full.node.ts';
import { recordAction } from '../runtime/record-action.ts';
import type { OpenSite, Runtime } from '../runtime/runtime.ts';
import { forgetUnneeded, readBinding, wantedKey } from '../runtime/this-computer/binding.ts';
import { giveSlot } from '../runtime/this-computer/give-slot.ts';

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
  { thisComputer }: Runtime,
  { folder }: OpenSite,
  who: { readonly userName: string | null; readonly password: string },
): Promise<boolean> {
  return (await unlockWithPassword(folder.keyFile, who, thisComputer.find)).kind === 'unlocked';
}

/**
 * Gives whoever has just proved their password a slot as the site wants them now: one that can be given another data key, and with or
 * without a secret of this computer. Secrets that nobody's slot needs any more go.
 */
export async function renewSlotOf(
  runtime: Runtime,
  site: OpenSite,
  { user, password, now }: { readonly user: User; readonly password: string; readonly now: Date },
): Promise<void> {
  try {
    if (await isToBeRenewed(runtime, site, user.id)) {
      const who = { userId: user.id, userName: user.name, password };
      await giveSlot(runtime, site, { ...who, by: user.name, now, work: () => undefined });
    }
    forgetUnneeded(runtime, site);
  } catch (error) {
    // It is done at the next sign-in.
    if (!isDiskFull(error)) throw error;
  }
}

async function isToBeRenewed(runtime: Runtime, site: OpenSite, userId: string): Promise<boolean> {
  const slot = readNewKeyFile(site.folder.keyFile).users.find((each) => each.userId === userId);
  if (!slot) return false;
  if ('old' in slot.slot) return true;
  const need = needOf(slot);
  if (!readBinding(site.db)) return need !== null;
  const wanted = await wantedKey(runtime, site);
  // Where the site wants a secret that this computer does not open, what opens stays as it is.
  return wanted !== null && need !== wanted.id;
}

/** A new password for a person, by the recovery code; a recovery slot of before is renewed with it. */
export async function giveNewPassword(
  runtime: Runtime,
  site: OpenSite,
  order: { readonly user: User; readonly newPassword: string; readonly recoveryCode: string; readonly now: Date },
): Promise<void> {
  const { db, key } = site;
  const { user, newPassword, recoveryCode, now } = order;
  const code = parseRecoveryCode(recoveryCode);
  if (code.kind !== 'code') throw new Error('a recovery code that has opened the store was expected');
  const { recovery } = await makeRecoverySlot(key, code.bytes);
  await giveSlot(runtime, site, {
    userId: user.id,
    userName: user.name,
    password: newPassword,
    by: user.name,
    now,
    change(content) {
      const isOld = content.recovery !== null && 'old' in content.recovery;
      return { ...content, recovery: isOld ? recovery : content.recovery };
    },
    work: () => recordAction({ db, user, now }, 'site.recover', ''),
  });
}
