import { Packr } from 'msgpackr';

/**
 * The one MessagePack codec of the WebSocket, used by both ends.
 *
 * Typed arrays arrive as the typed arrays they were; a Uint8Array may arrive as Node's Buffer, which is one.
 * Objects travel as plain maps: msgpackr's "records" would be compiled with `new Function`, which the window's
 * content security policy forbids.
 */
const packr = new Packr({ useRecords: false, mapsAsObjects: true, moreTypes: true });

/** @returns The frame as bytes, safe to keep or to send later: msgpackr writes the next frames behind it, not over it. */
export function encodeFrame(frame: unknown): Uint8Array<ArrayBuffer> {
  return packr.pack(frame) as Uint8Array<ArrayBuffer>;
}

/**
 * The value in one frame, unchecked: parse it with a schema of wire.ts.
 *
 * @throws Error if the bytes are not one MessagePack value.
 */
export function decodeFrame(bytes: Uint8Array): unknown {
  return packr.unpack(bytes);
}
