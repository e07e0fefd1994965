import { MOST_PIECE_BYTES } from '../../../../contract/model-life/model-exchange.ts';
import { call } from '../../../client/client.ts';

/**
 * Hands a file in, piece by piece: a call takes less than some models have.
 *
 * @param onProgress Share of the file that is in, 0 to 1.
 */
export async function handIn(file: Blob, onProgress: (share: number) => void): Promise<void> {
  for (let at = 0; at === 0 || at < file.size; at += MOST_PIECE_BYTES) {
    onProgress(file.size === 0 ? 1 : at / file.size);
    const piece = new Uint8Array(await file.slice(at, at + MOST_PIECE_BYTES).arrayBuffer());
    await call('modelExchange.receive', { at, piece });
  }
  onProgress(1);
}
