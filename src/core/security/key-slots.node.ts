import { randomBytes } from 'node:crypto';
import { DATA_KEY_BYTES, pretendToUnwrap, unwrapKey } from './key-wrap.node.ts';
import {
  assertNoKeyFile,
  digestOfName,
  FORMAT,
  foldedName,
  type KeyContent,
  type KeyFile,
  newNameSalt,
  type OldKeyFile,
  readKeyFile,
  type UserSlot,
  writeKeyFile,
} from './keys/key-file.node.ts';
import { type ComputerKey, makeSlot, openSlot, type Slot } from './keys/slot.node.ts';
import { formatRecoveryCode, type MistypedCode, parseRecoveryCode, RECOVERY_BYTES } from './recovery-code.ts';

/**
 * The key file: a random data key, sealed once to each user, whose half of the lock opens by their password, and once to the
 * recovery code. Anybody who has one of these secrets opens the store; the file alone opens nothing, and names nobody.
 *
 * It is changed together with the store: see src/core/store/keys/change-keys.node.ts.
 */

export type Unlocked =
  | {
      readonly kind: 'unlocked';
      readonly key: Uint8Array;
      /** Null for a file of format 1, which does not know it, and for the recovery code. */
      readonly userId: string | null;
      /** The file was left in the middle of a change, which may be undone, and the slot with it, once the store is open. */
      readonly isInDoubt: boolean;
    }
  | { readonly kind: 'refused' };

/**
 * Makes a new key file for a new site.
 *
 * It has no slot for a recovery code: a code opens nothing before somebody has shown that it is on paper.
 *
 * @returns The data key, and what stands in the file.
 * @throws RangeError if there is a file already.
 */
export async function createKeyFile(
  file: string,
  { userId, userName, password }: { userId: string; userName: string; password: string },
): Promise<{ key: Uint8Array; content: KeyContent }> {
  const key = randomBytes(DATA_KEY_BYTES);
  const salt = newNameSalt();
  const users = [await makeUserSlot(key, salt, { userId, userName, password })];
  const content: KeyContent = { format: FORMAT, salt, users, recovery: null };
  assertNoKeyFile(file);
  writeKeyFile(file, { ...content, before: null, storeSalt: null });
  return { key, content };
}

/** How many people can open it. @throws DamagedKeyFileError */
export function countKeyHolders(file: string): number {
  return readKeyFile(file).users.length;
}

/** Whether there is a code that opens it. @throws DamagedKeyFileError */
export function hasRecoveryCode(file: string): boolean {
  const content = readKeyFile(file);
  return content.format === 1 || slotsOf(content, ({ recovery }) => (recovery ? [recovery] : [])).length > 0;
}

/** Gives the secret of this computer that has an id; null where its keystore opens none of that id. */
export type FindComputerKey = (id: string) => Promise<ComputerKey | null>;

const NO_KEYSTORE: FindComputerKey = async () => null;

/**
 * Opens a user's slot. A wrong password, an unknown name and a slot that was tampered with give the same answer after
 * the same work, and so does a slot whose other secret this computer does not have.
 *
 * @param userName Null for the only one there is.
 * @param findComputerKey For slots that need a secret of this computer's keystore as well.
 * @throws DamagedKeyFileError
 */
export async function unlockWithPassword(
  file: string,
  { userName, password }: { userName: string | null; password: string },
  findComputerKey = NO_KEYSTORE,
): Promise<Unlocked> {
  const content = readKeyFile(file);
  const secret = normalised(password);
  if (content.format === 1) return unlockOld(content, userName, secret);
  const name = userName === null ? null : digestOfName(userName, content.salt);
  const slots = slotsOf(content, ({ users }) =>
    users.filter((user) => (name === null ? users.length === 1 : user.name === name)),
  );
  for (const { userId, slot } of slots) {
    const key =
      'old' in slot
        ? userName === null
          ? null
          : await unwrapKey(slot.old, secret, oldUserLabel(userName))
        : await openUserSlot(slot, { secret, userId, findComputerKey });
    if (key) return { kind: 'unlocked', key, userId, isInDoubt: content.before !== null };
  }
  if (slots.length === 0) await pretendToUnwrap(secret);
  return { kind: 'refused' };
}

/** @returns `mistyped`, with what is wrong, when it cannot be any site's code. @throws DamagedKeyFileError */
export async function unlockWithRecoveryCode(file: string, typed: string): Promise<Unlocked | MistypedCode> {
  const parsed = parseRecoveryCode(typed);
  if (parsed.kind === 'mistyped') return parsed;
  const content = readKeyFile(file);
  if (content.format === 1) return unlocked(await unwrapKey(content.recovery, parsed.bytes, OLD_RECOVERY_LABEL));
  for (const slot of slotsOf(content, ({ recovery }) => (recovery ? [recovery] : []))) {
    const key =
      'old' in slot
        ? await unwrapKey(slot.old, parsed.bytes, OLD_RECOVERY_LABEL)
        : await openSlot(slot, parsed.bytes, RECOVERY_OWNER);
    if (key) return { kind: 'unlocked', key, userId: null, isInDoubt: content.before !== null };
  }
  return { kind: 'refused' };
}

/** Needs the work of an opening whether or not this computer has the other secret. */
async function openUserSlot(
  slot: Slot,
  { secret, userId, findComputerKey }: { secret: string; userId: string; findComputerKey: FindComputerKey },
): Promise<Uint8Array | null> {
  const computer = slot.alsoNeeds === undefined ? null : await findComputerKey(slot.alsoNeeds);
  return await openSlot(slot, secret, userId, computer?.secret ?? null);
}

/**
 * A slot for a user.
 *
 * @param salt Of the key file that it goes into.
 * @param computer What it needs beside the password; null for nothing.
 */
export async function makeUserSlot(
  key: Uint8Array,
  salt: string,
  { userId, userName, password }: { userId: string; userName: string; password: string },
  computer: ComputerKey | null = null,
): Promise<UserSlot> {
  const slot = await makeSlot(key, normalised(password), userId, computer);
  return { userId, name: digestOfName(userName, salt), slot };
}

/** The secrets of computers that slots need, of both contents while the file says two things. */
export function computerKeysNeeded(file: KeyFile | OldKeyFile): ReadonlySet<string> {
  if (file.format === 1) return new Set();
  return new Set(slotsOf(file, ({ users }) => users.flatMap((user) => needOf(user) ?? [])));
}

/** The id of the computer's secret that a user's slot needs beside the password; null where it needs none. */
export function needOf({ slot }: UserSlot): string | null {
  return 'old' in slot ? null : (slot.alsoNeeds ?? null);
}

/** A new recovery code, which is kept nowhere, and the slot that it opens. */
export async function makeRecoverySlot(key: Uint8Array, bytes: Uint8Array = randomBytes(RECOVERY_BYTES)) {
  return { recovery: await makeSlot(key, bytes, RECOVERY_OWNER), recoveryCode: formatRecoveryCode(bytes) };
}

/** The file with this slot in place of the one that its user has. */
export function withUserSlot(content: KeyContent, slot: UserSlot): KeyContent {
  return { ...content, users: [...content.users.filter(({ userId }) => userId !== slot.userId), slot] };
}

/** The file without the slot of a user, if they have one. That somebody is left who can sign in is the store's to say. */
export function withoutUserSlot(content: KeyContent, userId: string): KeyContent {
  return { ...content, users: content.users.filter((user) => user.userId !== userId) };
}

/**
 * A key file of format 1 as it is from now on. Slots of people who are not there to give their password stay as they are
 * until they sign in, and so does the recovery code's.
 *
 * @param users Who can sign in. Slots of others go.
 */
export function asNewContent(
  old: OldKeyFile,
  users: readonly { readonly id: string; readonly name: string }[],
): KeyContent {
  const salt = newNameSalt();
  return {
    format: FORMAT,
    salt,
    users: users.flatMap(({ id: userId, name }) => {
      const slot = old.users.find((each) => foldedName(each.name) === foldedName(name));
      return slot ? [{ userId, name: digestOfName(name, salt), slot: { old: slot.key } }] : [];
    }),
    recovery: { old: old.recovery },
  };
}

/** Whose the recovery slot is; no user has this number. */
export const RECOVERY_OWNER = 'recovery';
const OLD_RECOVERY_LABEL = JSON.stringify([1, 'recovery']);

function oldUserLabel(userName: string): string {
  return JSON.stringify([1, 'user', foldedName(userName)]);
}

async function unlockOld({ users }: OldKeyFile, userName: string | null, secret: string): Promise<Unlocked> {
  const only = users.length === 1 ? users[0]!.name : null;
  const name = userName ?? only;
  const slot = users.find((user) => name !== null && foldedName(user.name) === foldedName(name));
  if (slot) return unlocked(await unwrapKey(slot.key, secret, oldUserLabel(slot.name)));
  await pretendToUnwrap(secret);
  return { kind: 'refused' };
}

/** Of a file that says two things, both count until the store was asked. */
function slotsOf<Slot>(content: KeyFile, of: (content: KeyContent) => readonly Slot[]): readonly Slot[] {
  return [...of(content), ...(content.before ? of(content.before) : [])];
}

/** The same password typed on two keyboards may come composed or not. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

function unlocked(key: Uint8Array | null): Unlocked {
  return key ? { kind: 'unlocked', key, userId: null, isInDoubt: false } : { kind: 'refused' };
}
