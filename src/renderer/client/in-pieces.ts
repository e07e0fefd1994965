/** A piece of a file that goes to the host in one call: a browser's host takes no more at once. */
const PIECE_BYTES = 1024 * 1024;

/** A piece on its way; `file` is null for the first and then what the host calls the file. */
interface Piece {
  readonly file: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isLast: boolean;
}

/** Sends a file piece by piece. @returns What the host answers to the last. */
export async function sendInPieces<Answer extends { readonly kind: string }>(
  content: Blob,
  send: (piece: Piece) => Promise<Answer | { readonly kind: 'more'; readonly file: string }>,
): Promise<Exclude<Answer, { kind: 'more' }>> {
  let file: string | null = null;
  for (let atByte = 0; ; atByte += PIECE_BYTES) {
    const bytes = new Uint8Array(await content.slice(atByte, atByte + PIECE_BYTES).arrayBuffer());
    const answer = await send({ file, bytes, isLast: atByte + PIECE_BYTES >= content.size });
    if (answer.kind !== 'more') return answer as Exclude<Answer, { kind: 'more' }>;
    file = (answer as { readonly file: string }).file;
  }
}
