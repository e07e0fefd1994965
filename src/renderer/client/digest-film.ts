import type { Client } from './create-client.ts';

/** A piece of a file that goes to the host in one call. */
const PIECE_BYTES = 1024 * 1024;

/** A file of which this much is read is still wanted, or it is not. */
export type IsWanted = () => boolean;

/**
 * SHA-256 of a film's content, in hex, which the host computes piece by piece: a browser could only of what lies in memory
 * as a whole.
 *
 * @param onShare Told how much of it was read, 0 to 1.
 * @returns Null when it is no longer wanted.
 * @throws DOMException "NotReadableError" or "NotFoundError" of a file that has been moved or changed meanwhile.
 */
export async function digestFilm(
  call: Client['call'],
  file: Blob,
  isWanted: IsWanted,
  onShare: (share: number) => void = () => {},
): Promise<string | null> {
  let digest: string | null = null;
  for (let atByte = 0; isWanted(); atByte += PIECE_BYTES) {
    const bytes = new Uint8Array(await file.slice(atByte, atByte + PIECE_BYTES).arrayBuffer());
    const isLast = atByte + PIECE_BYTES >= file.size;
    const answer: { digest: string; sha256: string | null } = await call('films.digest', { digest, bytes, isLast });
    if (answer.sha256 !== null) return answer.sha256;
    digest = answer.digest;
    onShare((atByte + PIECE_BYTES) / file.size);
  }
  return null;
}
