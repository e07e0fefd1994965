import { call } from './client.ts';

/** A file of which only the first piece was answered, as a window can hand it on: the browser keeps long ones on the disk. */
export async function wholeFile({
  fileName,
  mediaType,
  bytes,
  more,
}: {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly more: string | null;
}): Promise<{ fileName: string; mediaType: string; bytes: Blob }> {
  let whole = new Blob([new Uint8Array(bytes)]);
  for (let next = more; next !== null; ) {
    const piece = await call('reports.more', { more: next });
    whole = new Blob([whole, new Uint8Array(piece.bytes)]);
    next = piece.more;
  }
  return { fileName, mediaType, bytes: whole };
}
