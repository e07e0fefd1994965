import { createHash, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { schemaFault } from '../../words/schema-fault.ts';
import { writeFileAtomically } from '../atomic-file.node.ts';
import { wrappedKeySchema } from '../key-wrap.node.ts';
import { slotSchema } from './slot.node.ts';

/**
 * What stands in the key file: a slot for each user and one for the recovery code. No name: a user stands there by the
 * number that the store gives them, and is found at sign-in by a salted digest of the name.
 *
 * While a change goes over the file and the store, the file also says what it was before, and the store decides which of
 * the two counts: see src/core/store/keys/change-keys.node.ts.
 */

export const FORMAT = 2;
const MAX_USERS = 1000;
const SALT_BYTES = 16;
const NAME_BYTES = 16;
/** Slows whoever has the file down who tries names; it cannot keep a name that they know of from being found. */
const NAME_COST = { N: 2 ** 12, r: 8, p: 1 };

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

/** Of a key file of format 1 that nobody has opened since: the data key, locked under the secret. */
const oldSlotSchema = z.strictObject({ old: wrappedKeySchema });
const anySlotSchema = z.union([slotSchema, oldSlotSchema]);

const userSlotSchema = z.strictObject({
  userId: z.string().min(1).max(100),
  /** Digest of the name. */
  name: hex(NAME_BYTES),
  slot: anySlotSchema,
});

const contentSchema = z.strictObject({
  format: z.literal(FORMAT),
  salt: hex(SALT_BYTES),
  users: z.array(userSlotSchema).max(MAX_USERS),
  /** Null where no code was confirmed yet, or the one of before opens nothing any more. */
  recovery: anySlotSchema.nullable(),
});

const fileSchema = contentSchema.extend({
  /** A change is under way: what stood here before it. */
  before: contentSchema.nullable().default(null),
  /** With a change of the data key: the first bytes of the store once it is under the new one. */
  storeSalt: hex(SALT_BYTES).nullable().default(null),
});

const oldFileSchema = z.object({
  format: z.literal(1),
  users: z.array(z.object({ name: z.string().min(1).max(200), key: wrappedKeySchema })).max(MAX_USERS),
  recovery: wrappedKeySchema,
});

export type UserSlot = z.infer<typeof userSlotSchema>;
export type KeyContent = z.infer<typeof contentSchema>;
export type KeyFile = z.infer<typeof fileSchema>;
export type OldKeyFile = z.infer<typeof oldFileSchema>;

/** The key file cannot be read. Nothing was written to it. */
export class DamagedKeyFileError extends Error {
  override readonly name = 'DamagedKeyFileError';
  readonly file: string;

  constructor(file: string, found: string, options: ErrorOptions = {}) {
    super(`the key file ${file} is damaged (${found}). Keep it and put back a copy`, options);
    this.file = file;
  }
}

/** @throws DamagedKeyFileError */
export function readKeyFile(file: string): KeyFile | OldKeyFile {
  const text = readFileSync(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new DamagedKeyFileError(file, 'it is not JSON', { cause: error });
  }
  const isOld = typeof json === 'object' && json !== null && 'format' in json && json.format === 1;
  const parsed = (isOld ? oldFileSchema : fileSchema).safeParse(json, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new DamagedKeyFileError(file, schemaFault(parsed.error.issues[0]!), { cause: parsed.error });
}

/** @throws DamagedKeyFileError, also for a file of format 1, which signing in has to write anew first. */
export function readNewKeyFile(file: string): KeyFile {
  const content = readKeyFile(file);
  if (content.format === FORMAT) return content;
  throw new DamagedKeyFileError(file, `format ${FORMAT} was expected; found ${content.format}`);
}

export function writeKeyFile(file: string, content: KeyFile): void {
  writeFileAtomically(file, `${JSON.stringify(fileSchema.parse(content), null, 2)}\n`);
}

/** What a change leaves, without what was before it. */
export function contentOf({ format, salt, users, recovery }: KeyContent): KeyContent {
  return { format, salt, users, recovery };
}

/** By which the store knows which content counts. SHA-256, hexadecimal. */
export function digestOfKeys(content: KeyContent): string {
  return createHash('sha256')
    .update(JSON.stringify(contentSchema.parse(contentOf(content))))
    .digest('hex');
}

/** @throws RangeError if there is a file already. */
export function assertNoKeyFile(file: string): void {
  if (existsSync(file)) throw new RangeError(`a new key file was to be made at ${file}; there is a file already`);
}

export function newNameSalt(): string {
  return randomBytes(SALT_BYTES).toString('hex');
}

/** Digest of a name. Names differ as the store's do: capitals do not count. */
export function digestOfName(userName: string, salt: string): string {
  return scryptSync(foldedName(userName), Buffer.from(salt, 'hex'), NAME_BYTES, NAME_COST).toString('hex');
}

export function foldedName(userName: string): string {
  return userName.normalize('NFC').toLowerCase();
}
