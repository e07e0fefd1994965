import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { RECOVERY_OWNER } from '../../security/key-slots.node.ts';
import {
  contentOf,
  type KeyContent,
  readKeyFile,
  readNewKeyFile,
  type UserSlot,
  writeKeyFile,
} from '../../security/keys/key-file.node.ts';
import { resealSlot } from '../../security/keys/slot.node.ts';
import { copyStore, removeStore } from '../backup/copy-store.node.ts';
import { assertClosed, replaceStore, syncStore } from '../replace-store.node.ts';
import { closeStore, openStore, type ReadableDb, rekeyCopy, type WritableDb } from '../store.node.ts';
import { saltOf } from '../store-file.node.ts';
import { rememberKeys } from './change-keys.node.ts';

/**
 * Another data key for the store. The store is copied under the key it has, the copy is given the other key and read whole, and
 * then takes the store's place; the store itself is not written to before. So a kill at any moment leaves a whole store under
 * one key or the other, and the first bytes of the file, its salt, which follows from the key, say under which.
 *
 * Not by `PRAGMA rekey` on the store: with a write-ahead log that answers "ok", and every other connection then finds "file is
 * not a database" (see docs/behaviour.md).
 */

const SALT_BYTES = 16;

interface RekeyFiles {
  readonly keyFile: string;
  readonly storeFile: string;
  /** Where the store under the other key is made, beside the store. */
  readonly rekeyedFile: string;
}

/** Slots that cannot be given another key: their secret has not been given since a version before made them. */
export interface OldSlots {
  readonly userIds: readonly string[];
  readonly recovery: boolean;
}

export function oldSlots({ users, recovery }: KeyContent): OldSlots {
  return {
    userIds: users.filter(({ slot }) => 'old' in slot).map(({ userId }) => userId),
    recovery: recovery !== null && 'old' in recovery,
  };
}

/** The same people's slots for another data key; slots of before are left out. */
function resealed(content: KeyContent, key: Uint8Array): KeyContent {
  const users = content.users.flatMap<UserSlot>((user) =>
    'old' in user.slot ? [] : [{ ...user, slot: resealSlot(user.slot, key, user.userId) }],
  );
  const { recovery } = content;
  return {
    ...content,
    users,
    recovery: recovery && !('old' in recovery) ? resealSlot(recovery, key, RECOVERY_OWNER) : null,
  };
}

/** How far it is: `copy` reads the store and writes its copy, `rekey` writes the copy under the other key, `check` reads it. */
export const REKEY_STEPS = ['copy', 'rekey', 'check'] as const;

export type RekeyStep = (typeof REKEY_STEPS)[number];

/**
 * Makes the store of the other key beside the store. Nothing else may write to the store meanwhile: it would be lost.
 *
 * @param note Writes into the copy what is to stand in the store with its new key: its entry of the audit log.
 * @throws What the file system says, an Error if the copy is not as the store; the site is as it was then.
 */
export function prepareRekeyed(
  db: ReadableDb,
  { keyFile, rekeyedFile }: RekeyFiles,
  { from, to }: { readonly from: Uint8Array; readonly to: Uint8Array },
  note: (copy: WritableDb) => void,
  onStep: (step: RekeyStep) => void,
): KeyContent {
  const content = resealed(contentOf(readNewKeyFile(keyFile)), to);
  onStep('copy');
  copyStore(db, rekeyedFile, from);
  try {
    onStep('rekey');
    rekeyCopy(rekeyedFile, from, to);
    onStep('check');
    // Also checks every page.
    const copy = openStore(rekeyedFile, to);
    try {
      copy.prepare('PRAGMA journal_mode = WAL').get();
      note(copy);
      rememberKeys(copy, content);
    } finally {
      closeStore(copy);
    }
    syncStore(rekeyedFile);
    return content;
  } catch (error) {
    removeStore(rekeyedFile);
    throw error;
  }
}

/**
 * Puts the store of the other key in the place of the store, which nobody has open any more.
 *
 * @param content The keys that go with it, as prepareRekeyed gave them.
 */
export function takeRekeyed(files: RekeyFiles, content: KeyContent, to: Uint8Array): void {
  const { keyFile, storeFile, rekeyedFile } = files;
  assertClosed(storeFile);
  const before = contentOf(readNewKeyFile(keyFile));
  writeKeyFile(keyFile, { ...content, before, storeSalt: saltOf(to).toString('hex') });
  replaceStore(storeFile, rekeyedFile);
  writeKeyFile(keyFile, { ...content, before: null, storeSalt: null });
}

/**
 * Finishes or undoes a change of the data key in whose middle the program ended. No secret is needed for it.
 *
 * @throws DamagedKeyFileError
 */
export function settleRekey({ keyFile, storeFile, rekeyedFile }: RekeyFiles): void {
  if (!existsSync(keyFile)) return;
  const file = readKeyFile(keyFile);
  if (file.format !== 1 && file.before && file.storeSalt !== null) {
    const content = firstBytes(storeFile) === file.storeSalt ? contentOf(file) : file.before;
    writeKeyFile(keyFile, { ...content, before: null, storeSalt: null });
  }
  removeStore(rekeyedFile);
}

/** Whether the store is under this key, by its first bytes. */
export function hasStoreOf(storeFile: string, key: Uint8Array): boolean {
  return firstBytes(storeFile) === saltOf(key).toString('hex');
}

function firstBytes(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(SALT_BYTES);
    readSync(descriptor, bytes, 0, SALT_BYTES, 0);
    return bytes.toString('hex');
  } finally {
    closeSync(descriptor);
  }
}
