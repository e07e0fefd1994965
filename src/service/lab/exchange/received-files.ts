import { CallError } from '../../../contract/error.ts';
import { MOST_ARCHIVE_BYTES } from '../../../core/registry/exchange/manifest.ts';
import { failure } from '../../../core/words/failure.ts';
import type { CallerState } from '../../runtime/callers.ts';

/** What each window has handed in, one file at a time; gone with the window. */
const files = new WeakMap<CallerState, { pieces: Uint8Array[]; bytes: number }>();

/** @returns Bytes so far. @throws CallError if a piece is missing before it, or the file is too large. */
export function receivePiece(callerState: CallerState, at: number, piece: Uint8Array): number {
  const before = at === 0 ? { pieces: [], bytes: 0 } : files.get(callerState);
  if (before?.bytes !== at) throw new CallError('invalid-input', failure('exchange.piece-missing'));
  if (at + piece.length > MOST_ARCHIVE_BYTES) {
    files.delete(callerState);
    throw new CallError('invalid-input', failure('exchange.too-large', { most: MOST_ARCHIVE_BYTES }));
  }
  files.set(callerState, { pieces: [...before.pieces, piece], bytes: at + piece.length });
  return at + piece.length;
}

/** @throws CallError if nothing was handed in. */
export function receivedFile(callerState: CallerState): Uint8Array {
  const file = files.get(callerState);
  if (!file || file.bytes === 0) throw new CallError('conflict', failure('exchange.nothing-received'));
  return Buffer.concat(file.pieces);
}

export function forgetReceived(callerState: CallerState): void {
  files.delete(callerState);
}
