import { z } from 'zod';
import { type CallErrorData, callErrorSchema } from './error.ts';

/**
 * How a window talks to the service. Two transports carry the same calls and events: the WebSocket of the browser
 * host, one MessagePack frame a message (codec.ts), and the bridge that the desktop's preload puts on the window.
 */

/** Path of the WebSocket on the browser host. */
export const SOCKET_PATH = '/socket';

/**
 * Where the one-time token stands in the URL that the browser host prints: `http://127.0.0.1:PORT/#token=…`.
 * A fragment is never sent to a server, logged by one, or passed on as a referrer.
 */
export const TOKEN_FRAGMENT_KEY = 'token';

/** Close codes of the WebSocket that are ours (4000 to 4999 are free for applications, RFC 6455 section 7.4.2). */
export const CLOSE_CODES = {
  /** The token or secret is not valid, or was used already: do not try again, open a new link. */
  refused: 4401,
  /** The frame was not one of the frames below. */
  malformed: 4400,
  /** Too many calls under way or no hello in time. */
  overloaded: 4429,
  /** The host is closing. Trying again later is right. */
  closing: 4503,
} as const;

/** The longest frame a window may send, in bytes: four times the longest honest one, a batch of 1000 samples. */
export const MAX_CLIENT_FRAME_BYTES = 2 * 1024 * 1024;

const secretText = z.string().min(16).max(128);
const callId = z.number().int().min(0);

/**
 * First frame of every connection. A token is exchanged once for a secret; the secret (kept in sessionStorage, so by
 * one tab) opens every later connection, and whoever was signed in on it still is.
 */
const helloSchema = z.strictObject({
  hello: z.union([z.strictObject({ token: secretText }), z.strictObject({ secret: secretText })]),
});

const callFrameSchema = z.strictObject({ id: callId, name: z.string().max(60), input: z.unknown() });

/** What a window sends: a hello, then calls. Calls may overlap; `id` is the window's own, and unique on the connection. */
export const clientFrameSchema = z.union([helloSchema, callFrameSchema]);

/** What the host sends: a welcome, then answers in any order and events. */
export const serverFrameSchema = z.union([
  z.strictObject({ welcome: z.strictObject({ secret: secretText }) }),
  z.strictObject({ id: callId, error: callErrorSchema }),
  z.strictObject({ id: callId, output: z.unknown() }),
  z.strictObject({ event: z.string(), data: z.unknown() }),
]);

export type ClientFrame = z.infer<typeof clientFrameSchema>;
export type ServerFrame = z.infer<typeof serverFrameSchema>;

/** How a call ended. A value, since errors thrown across a context bridge lose all but their message. */
export type Answer = { readonly output: unknown } | { readonly error: CallErrorData };

/** What the desktop's preload puts on the window as `window.faceward`; absent in a plain browser. */
export interface FacewardBridge {
  call(name: string, input: unknown): Promise<Answer>;
  /** @returns The function that ends it. */
  listen(name: string, onEvent: (data: unknown) => void): () => void;
  /** Asks the person for a folder, in the system's own dialog. @returns Its path; null when they chose none. */
  chooseFolder(): Promise<string | null>;
  /** Where a file lies that was dropped on the window; null for one that is on no disk. */
  pathOf(file: object): string | null;
}
