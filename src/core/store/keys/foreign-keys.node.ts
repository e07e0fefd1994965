import { createHash } from 'node:crypto';
import { z } from 'zod';
import { digestOfKeys, type KeyContent } from '../../security/keys/key-file.node.ts';
import { readSetting, writeSetting } from '../settings.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

/**
 * A key file that other means than this program's have changed. Its slots may be sealed to somebody else's key: until an
 * administrator has looked, no other data key may be sealed to them, and nobody is added beside them.
 */

const SETTING = 'foreign-keys';
/** Digest of each slot, by which it is told later which of them differ. */
const PARTS = 'key-file-parts';

const partsSchema = z.object({ users: z.record(z.string(), z.string()), recovery: z.string() });

const foreignSchema = z.object({
  sinceIso: z.string(),
  /** SHA-256 of what the file says, hexadecimal. */
  fingerprint: z.string(),
  /** The same of what it should have said. */
  knownFingerprint: z.string(),
  /** Whose slots are not as this program wrote them; null where a version before kept no digests of them. */
  differs: z.object({ userIds: z.array(z.string()), recovery: z.boolean() }).nullable(),
});

type ForeignKeys = z.infer<typeof foreignSchema>;

/** Within the transaction that makes these the keys of the store. */
export function rememberParts(db: WritableDb, content: KeyContent): void {
  writeSetting(db, PARTS, partsOf(content));
}

/** Null while the keys are those that this program wrote, or were settled. */
export function readForeignKeys(db: ReadableDb): ForeignKeys | null {
  return foreignSchema.nullable().parse(readSetting(db, SETTING));
}

/** @param known The digest that the store knows. */
export function noteForeignKeys(
  db: WritableDb,
  { content, known, now }: { readonly content: KeyContent; readonly known: string; readonly now: Date },
): void {
  const parts = partsSchema.nullable().parse(readSetting(db, PARTS));
  const found = partsOf(content);
  const before = readForeignKeys(db);
  const differs = parts && {
    userIds: Object.keys(found.users).filter((id) => found.users[id] !== parts.users[id]),
    recovery: found.recovery !== parts.recovery,
  };
  writeSetting(db, SETTING, {
    sinceIso: now.toISOString(),
    fingerprint: digestOfKeys(content),
    knownFingerprint: before?.knownFingerprint ?? known,
    differs,
  } satisfies ForeignKeys);
}

export function settleForeignKeys(db: WritableDb): void {
  writeSetting(db, SETTING, null);
}

function partsOf({ users, recovery }: KeyContent): z.infer<typeof partsSchema> {
  const digest = (part: unknown) => createHash('sha256').update(JSON.stringify(part)).digest('hex');
  return {
    users: Object.fromEntries(users.map((slot) => [slot.userId, digest(slot)])),
    recovery: digest(recovery),
  };
}
