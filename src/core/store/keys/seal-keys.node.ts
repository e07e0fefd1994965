import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SEAL_KEY_BYTES } from '../../security/seal-bytes.node.ts';
import { keyFor } from '../../security/sealed-pieces.node.ts';
import { readSetting, writeSetting } from '../settings.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

/**
 * The keys of files that lie sealed beside the store. Until the data key is changed for the first time there is one a purpose,
 * made of the data key. With each change there is a new one for what is sealed from then on; those of before stay, in the store,
 * so that no file has to be sealed anew: whoever has an old data key may have had those files, and gets no later one.
 */

/** What is sealed beside the store. */
export const SEALED = { datasets: 'faceward dataset files', videos: 'faceward session videos' } as const;

export type Sealed = keyof typeof SEALED;

const SETTING = 'seal-keys';

const ringSchema = z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1);
const storedSchema = z.strictObject({ datasets: ringSchema, videos: ringSchema });

/** @returns The key to seal under, and behind it those that older pieces may be sealed under. */
export function sealKeys(db: ReadableDb, sealed: Sealed, dataKey: Uint8Array): [Uint8Array, ...Uint8Array[]] {
  const stored = readSetting(db, SETTING);
  if (stored === null) return [keyFor(dataKey, SEALED[sealed])];
  const [newest, ...older] = storedSchema.parse(stored)[sealed].map((hex) => Buffer.from(hex, 'hex'));
  return [newest!, ...older];
}

/** With a change of the data key, within the store that gets another one. @param dataKey The one of before. */
export function addSealKeys(db: WritableDb, dataKey: Uint8Array): void {
  const ring = (sealed: Sealed) =>
    [randomBytes(SEAL_KEY_BYTES), ...sealKeys(db, sealed, dataKey)].map((key) => Buffer.from(key).toString('hex'));
  writeSetting(db, SETTING, { datasets: ring('datasets'), videos: ring('videos') });
}
