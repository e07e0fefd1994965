import type { Waiting } from '../../../../contract/records/waiting.ts';
import type { Client } from '../../../client/create-client.ts';

/** Of a sealed file; it says nothing of a child. */
export const WAITING_SUFFIX = '.faceward-readings';

/**
 * What waits in a window, sealed for a file, since the store does not take it.
 *
 * @param now For the file's name.
 * @throws CallError if the service cannot seal it.
 */
export async function sealWaiting(
  call: Client['call'],
  sessionId: string,
  { waiting, now }: { readonly waiting: readonly Waiting[]; readonly now: Date },
): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (const each of waiting) pieces.push((await call('sessions.sealWaiting', { sessionId, waiting: each })).piece);
  return {
    fileName: `${now.toISOString().slice(0, 19).replaceAll(':', '')}${WAITING_SUFFIX}`,
    mediaType: 'application/octet-stream',
    bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()),
  };
}
