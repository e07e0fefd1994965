import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from './atomic-file.node.ts';
import {
  DATA_KEY_BYTES,
  pretendToUnwrap,
  unwrapKey,
  type WrappedKey,
  wrapKey,
  wrappedKeySchema,
} from './key-wrap.node.ts';
import { formatRecoveryCode, type MistypedCode, parseRecoveryCode, RECOVERY_BYTES } from './recovery-code.ts';

/**
 * The key file: a random data key, wrapped once for each user by their password and once by the recovery code. Anybody
 * who has one of these secrets opens the store; the file alone opens nothing. Names stand in it unencrypted, so that
 * they can be offered at sign-in.
 */

const FORMAT = 1;
const MAX_USERS = 1000;

const keyFileSchema = z.object({
  format: z.literal(FORMAT),
  users: z.array(z.object({ name: z.string().min(1).max(200), key: wrappedKeySchema })).max(MAX_USERS),
  recovery: wrappedKeySchema,
});

type KeyFile = z.infer<typeof keyFileSchema>;

/** The key file cannot be read. Nothing was written to it. */
export class DamagedKeyFileError extends Error {
  override readonly name = 'DamagedKeyFileError';
  readonly file: string;

  constructor(file: string, found: string, options: ErrorOptions) {
    super(`the key file ${file} is damaged (${found}). Keep it and put back a copy`, options);
    this.file = file;
  }
}

export type Unlocked = { readonly kind: 'unlocked'; readonly key: Uint8Array } | { readonly kind: 'refused' };

/**
 * Makes a new key file for a new site.
 *
 * @returns The data key, and the recovery code, which is kept nowhere: show it once.
 * @throws RangeError if there is a file already.
 */
export async function createKeyFile(
  file: string,
  { userName, password }: { userName: string; password: string },
): Promise<{ key: Uint8Array; recoveryCode: string }> {
  const key = randomBytes(DATA_KEY_BYTES);
  const recoveryBytes = randomBytes(RECOVERY_BYTES);
  const users = [{ name: userName, key: await wrapForUser(key, userName, password) }];
  const recovery = await wrapKey(key, recoveryBytes, RECOVERY_LABEL);
  if (existsSync(file)) throw new RangeError(`a new key file was to be made at ${file}; there is a file already`);
  write(file, { format: FORMAT, users, recovery });
  return { key, recoveryCode: formatRecoveryCode(recoveryBytes) };
}

/** Who has a slot, in the order they were added. @throws DamagedKeyFileError */
export function listKeyHolders(file: string): string[] {
  return read(file).users.map((user) => user.name);
}

/**
 * Opens a user's slot. A wrong password, an unknown name and a slot that was tampered with give the same answer after
 * the same work.
 *
 * @throws DamagedKeyFileError
 */
export async function unlockWithPassword(
  file: string,
  { userName, password }: { userName: string; password: string },
): Promise<Unlocked> {
  const slot = read(file).users.find((user) => slotName(user.name) === slotName(userName));
  if (!slot) {
    await pretendToUnwrap(normalised(password));
    return { kind: 'refused' };
  }
  return unlocked(await unwrapKey(slot.key, normalised(password), userLabel(userName)));
}

/** @returns `mistyped`, with what is wrong, when it cannot be any site's code. @throws DamagedKeyFileError */
export async function unlockWithRecoveryCode(file: string, typed: string): Promise<Unlocked | MistypedCode> {
  const parsed = parseRecoveryCode(typed);
  if (parsed.kind === 'mistyped') return parsed;
  return unlocked(await unwrapKey(read(file).recovery, parsed.bytes, RECOVERY_LABEL));
}

/**
 * Gives a user a slot, or a new password to the slot they have.
 *
 * @param key The data key, as unlocked: whoever has it could read the store anyway.
 */
export async function setKeySlot(
  file: string,
  key: Uint8Array,
  { userName, password }: { userName: string; password: string },
): Promise<void> {
  const slot = { name: userName, key: await wrapForUser(key, userName, password) };
  // Read after the slow part, and written in the same turn: two changes at once must not undo each other.
  const content = read(file);
  const others = content.users.filter((user) => slotName(user.name) !== slotName(userName));
  write(file, { ...content, users: [...others, slot] });
}

/** Gives the recovery slot a new code: the one before opens nothing from then on. @throws RangeError if that is no code. */
export async function setRecoverySlot(file: string, key: Uint8Array, recoveryCode: string): Promise<void> {
  const parsed = parseRecoveryCode(recoveryCode);
  if (parsed.kind !== 'code')
    throw new RangeError(`a recovery code was expected; found ${recoveryCode.length} symbols`);
  const recovery = await wrapKey(key, parsed.bytes, RECOVERY_LABEL);
  write(file, { ...read(file), recovery });
}

/** Takes a user's slot away. @throws RangeError if it is not there or is the last one. */
export function removeKeySlot(file: string, userName: string): void {
  const content = read(file);
  const users = content.users.filter((user) => slotName(user.name) !== slotName(userName));
  if (users.length === content.users.length) throw new RangeError(`no key slot is named ${userName}`);
  if (users.length === 0) throw new RangeError(`the key slot of ${userName} is the last one; add another user first`);
  write(file, { ...content, users });
}

const RECOVERY_LABEL = JSON.stringify([FORMAT, 'recovery']);

function userLabel(userName: string): string {
  return JSON.stringify([FORMAT, 'user', slotName(userName)]);
}

/** Names differ as the store's do: capitals do not count. */
function slotName(userName: string): string {
  return userName.normalize('NFC').toLowerCase();
}

/** The same password typed on two keyboards may come composed or not. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

function wrapForUser(key: Uint8Array, userName: string, password: string): Promise<WrappedKey> {
  return wrapKey(key, normalised(password), userLabel(userName));
}

function unlocked(key: Uint8Array | null): Unlocked {
  return key ? { kind: 'unlocked', key } : { kind: 'refused' };
}

function read(file: string): KeyFile {
  const text = readFileSync(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new DamagedKeyFileError(file, 'it is not JSON', { cause: error });
  }
  const parsed = keyFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const found = `${issue?.path.join('.') || 'the whole'}: ${issue?.message}`;
  throw new DamagedKeyFileError(file, found, { cause: parsed.error });
}

function write(file: string, content: KeyFile): void {
  writeFileAtomically(file, `${JSON.stringify(content, null, 2)}\n`);
}
