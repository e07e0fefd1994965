import { z } from 'zod';
import { computerKeysNeeded, needOf } from '../../../core/security/key-slots.node.ts';
import { type KeyContent, readNewKeyFile } from '../../../core/security/keys/key-file.node.ts';
import type { ComputerKey } from '../../../core/security/keys/slot.node.ts';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';
import { makeRekeyDue, readRekeyDue } from '../keys/rekey-due.ts';
import type { OpenSite, Runtime } from '../runtime.ts';

/** That passwords are bound to this computer: every slot that is made needs a secret of its keystore beside the password. */

const SETTING = 'this-computer';

const bindingSchema = z.object({
  /** Of the secret that slots need which are made from now on. */
  id: z.string(),
  sinceIso: z.string(),
  /** All slots need it, and a change of the data key was made due for the copies of slots that did not. */
  isComplete: z.boolean(),
});

export type Binding = z.infer<typeof bindingSchema>;

/** Null where passwords alone open the store. */
export function readBinding(db: ReadableDb): Binding | null {
  return bindingSchema.nullable().parse(readSetting(db, SETTING));
}

/** Within the transaction that makes the slots of whoever asks for it fit. */
export function writeBinding(db: WritableDb, binding: Binding | null): void {
  writeSetting(db, SETTING, binding);
}

/** The secret that slots made from now on need; null where none is needed, or this computer does not open it. */
export async function wantedKey(
  { thisComputer }: Pick<Runtime, 'thisComputer'>,
  { db, demo }: Pick<OpenSite, 'db' | 'demo'>,
): Promise<ComputerKey | null> {
  const binding = demo ? null : readBinding(db);
  return binding && (await thisComputer.find(binding.id));
}

/**
 * Has the data key changed once the last slot needs this computer: a copy of one that did not, in a backup for one, would still open
 * the store of today with a password alone. Within the transaction that makes these the keys.
 *
 * @returns Whether this was the last.
 */
export function noteBound(
  db: WritableDb,
  content: KeyContent,
  { by, now }: { readonly by: string; readonly now: Date },
): boolean {
  const binding = readBinding(db);
  if (!binding || binding.isComplete || content.users.some((user) => needOf(user) !== binding.id)) return false;
  writeBinding(db, { ...binding, isComplete: true });
  if (!readRekeyDue(db)) {
    makeRekeyDue(db, { sinceIso: now.toISOString(), by, why: 'this-computer', leavesOut: false });
  }
  return true;
}

/** Forgets secrets that no slot needs any more. */
export function forgetUnneeded(
  { thisComputer }: Pick<Runtime, 'thisComputer'>,
  { db, folder, demo }: Pick<OpenSite, 'db' | 'folder' | 'demo'>,
): void {
  if (demo) return;
  const needed = new Set(computerKeysNeeded(readNewKeyFile(folder.keyFile)));
  const binding = readBinding(db);
  if (binding) needed.add(binding.id);
  thisComputer.keepOnly(needed);
}
