import { asNewContent } from '../../security/key-slots.node.ts';
import {
  contentOf,
  digestOfKeys,
  type KeyContent,
  type KeyFile,
  readKeyFile,
  readNewKeyFile,
  writeKeyFile,
} from '../../security/keys/key-file.node.ts';
import { listUsers, type User } from '../people/users.node.ts';
import { readSetting, writeSetting } from '../settings.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { noteForeignKeys, readForeignKeys, rememberParts, settleForeignKeys } from './foreign-keys.node.ts';

/**
 * One change over the key file and the store: all of it is there or none, whenever the program ends.
 *
 * The file is written first, with what it was before; then the store takes its part and the digest of the new keys in one
 * transaction; then the file forgets what was before. A file that says two things was left in the middle, and the digest in
 * the store says which of the two counts.
 */

/** Where the store keeps the digest of the keys that count. */
const DIGEST = 'key-file';

export interface KeyedStore {
  readonly keyFile: string;
  readonly db: WritableDb;
}

/** Within the transaction that makes these the keys of the store. */
export function rememberKeys(db: WritableDb, content: KeyContent): void {
  writeSetting(db, DIGEST, digestOfKeys(content));
  rememberParts(db, content);
}

/** Whether the keys are those that the store knows; null in a store that was never told. */
export function areKnownKeys(db: ReadableDb, content: KeyContent): boolean | null {
  const known = readSetting(db, DIGEST);
  return known === null ? null : known === digestOfKeys(content);
}

/**
 * Changes the keys together with the store.
 *
 * @param change The keys as they will be, from what they are.
 * @param work What changes in the store with them, its entry of the audit log too. If it throws, all stays as it was.
 * @throws DamagedKeyFileError
 */
export function changeKeys<Result>(
  { keyFile, db }: KeyedStore,
  change: (content: KeyContent) => KeyContent,
  work: () => Result,
): Result {
  const before = settleKeys({ keyFile, db });
  const after = contentOf(change(before));
  writeKeyFile(keyFile, { ...after, before, storeSalt: null });
  let result: Result;
  try {
    result = inTransaction(db, () => {
      const done = work();
      rememberKeys(db, after);
      return done;
    });
  } catch (error) {
    settleIfPossible({ keyFile, db });
    throw error;
  }
  settleIfPossible({ keyFile, db });
  return result;
}

/** Finishes or undoes the change in whose middle the program ended. @returns The keys that count. */
export function settleKeys({ keyFile, db }: KeyedStore): KeyContent {
  const file = readNewKeyFile(keyFile);
  const content = countingContent(db, file);
  if (file.before) writeKeyFile(keyFile, { ...content, before: null, storeSalt: null });
  return content;
}

/** Which of the two counts that a file says which was left in the middle. */
function countingContent(db: ReadableDb, file: KeyFile): KeyContent {
  const after = contentOf(file);
  return file.before && !areKnownKeys(db, after) ? file.before : after;
}

/** The disk may be full by now. What counts is decided; the file is put right at the next change or opening. */
function settleIfPossible(site: KeyedStore): void {
  try {
    settleKeys(site);
  } catch {
    // Nothing is lost with it, and whoever asked for the change has their answer.
  }
}

/** What to do about what is found, each within the transaction that puts it right. */
export interface KeyFindings {
  readonly now: Date;
  /** The keys were changed by other means than this program's: an older copy was put back, or somebody wrote them. */
  readonly onForeign: () => void;
  /** A version before this one was killed while it added this user: there is no key for them, and never was. */
  readonly onHalfAdded: (user: User) => void;
}

/**
 * Makes keys and store agree when a store is opened: a change that was interrupted is finished or undone, a file of format 1
 * is written anew, without names, and slots of people who cannot sign in go.
 */
export function putKeysRight({ keyFile, db }: KeyedStore, { now, onForeign, onHalfAdded }: KeyFindings): void {
  const file = readKeyFile(keyFile);
  const users = listUsers(db);
  if (file.format === 1) {
    const content = asNewContent(file, users);
    const halfAdded = users.filter(({ id }) => content.users.every(({ userId }) => userId !== id));
    inTransaction(db, () => {
      for (const user of halfAdded) onHalfAdded(user);
    });
    writeKeyFile(keyFile, { ...content, before: null, storeSalt: null });
    rememberKeys(db, content);
    return;
  }
  const content = settleKeys({ keyFile, db });
  const areForeign = areKnownKeys(db, content) === false;
  if (areForeign && readForeignKeys(db)?.knownFingerprint === digestOfKeys(content)) {
    // The file of before was put back.
    inTransaction(db, () => {
      settleForeignKeys(db);
      rememberKeys(db, content);
    });
    return;
  }
  const noteForeign = () => {
    noteForeignKeys(db, { content, known: String(readSetting(db, DIGEST)), now });
    onForeign();
  };
  const ids = new Set(users.map(({ id }) => id));
  const held = content.users.filter(({ userId }) => ids.has(userId));
  const isTidy = held.length === content.users.length;
  if (isTidy && areKnownKeys(db, content) === true) return;
  if (isTidy) {
    inTransaction(db, () => {
      if (areForeign) noteForeign();
      rememberKeys(db, content);
    });
    return;
  }
  changeKeys(
    { keyFile, db },
    () => ({ ...content, users: held }),
    () => areForeign && noteForeign(),
  );
}

/** Whether there is a recovery code that opens the store, by the keys that count. */
export function hasRecoverySlot({ keyFile, db }: { readonly keyFile: string; readonly db: ReadableDb }): boolean {
  const file = readKeyFile(keyFile);
  return file.format === 1 || countingContent(db, file).recovery !== null;
}

/**
 * Whether the key file is as this program wrote it, or an administrator has settled that it is not. To be asked within a transaction
 * before other keys are sealed to its slots.
 */
export function areKeysSettled(
  { keyFile, db }: KeyedStore,
  { now, onForeign }: Omit<KeyFindings, 'onHalfAdded'>,
): boolean {
  if (readForeignKeys(db)) return false;
  const file = readKeyFile(keyFile);
  if (file.format === 1 || file.before) return true;
  const content = contentOf(file);
  if (areKnownKeys(db, content) !== false) return true;
  noteForeignKeys(db, { content, known: String(readSetting(db, DIGEST)), now });
  rememberKeys(db, content);
  onForeign();
  return false;
}
