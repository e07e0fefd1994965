import { z } from 'zod';
import { decodeFrame, encodeFrame } from '../../../contract/codec.ts';
import { waitingSchema } from '../../../contract/records/waiting.ts';
import { sessionSchema } from '../../../contract/sessions.ts';
import { derivedKey } from '../../../core/security/seal-bytes.node.ts';
import { sealPiece, unsealPieces } from '../../../core/security/sealed-pieces.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';
import { ensureReportSecrets, findReportSecrets } from '../records/report-secrets.ts';

const PURPOSE = 'faceward waiting readings';

const sealedSchema = z.object({ session: sessionSchema, by: z.string(), waiting: waitingSchema });

/** Something of a session that the store has not taken, and who sent it. */
export type SealedWaiting = z.infer<typeof sealedSchema>;

/**
 * Seals it under a key that lies in the store itself, and so in its backups, and stays when the store is encrypted under
 * another. Writes nothing once a site is set up: it works while the store cannot be written, and out of a file that was
 * removed while it was open.
 *
 * @returns The sealed bytes with their length before them.
 */
export function sealWaiting(db: WritableDb, what: SealedWaiting): Uint8Array<ArrayBuffer> {
  const { pseudonymSecret } = findReportSecrets(db) ?? ensureReportSecrets(db);
  return Uint8Array.from(sealPiece(encodeFrame(what), keyOf(pseudonymSecret), PURPOSE));
}

/** @throws Error for what this site has not sealed, or what was changed or cut off since. */
export function unsealWaiting(db: ReadableDb, piece: Uint8Array): SealedWaiting {
  const secrets = findReportSecrets(db);
  if (!secrets) throw new Error('this site has sealed nothing yet');
  return sealedSchema.parse(decodeFrame(unsealPieces(piece, [keyOf(secrets.pseudonymSecret)], () => PURPOSE)));
}

function keyOf(pseudonymSecret: string): Uint8Array {
  return derivedKey(Buffer.from(pseudonymSecret), PURPOSE);
}
