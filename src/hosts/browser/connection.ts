import type { RawData, WebSocket } from 'ws';
import { decodeFrame, encodeFrame } from '../../contract/codec.ts';
import { EVENTS, type EventName } from '../../contract/contract.ts';
import { CLOSE_CODES, type ClientFrame, clientFrameSchema, type ServerFrame } from '../../contract/wire.ts';
import type { Caller } from '../../service/runtime/caller.ts';
import type { Service } from '../../service/service.ts';
import type { BrowserClients } from './browser-clients.ts';
import type { Tokens } from './tokens.ts';

/** A connection that has not said hello by then is closed. */
const HELLO_WITHIN_MS = 5_000;
/** A window has a handful of calls under way at most; more is a fault or an attack. */
const MAX_CALLS_UNDER_WAY = 64;
/** A window that no longer reads must not make the host hold all that it is told. */
const MAX_UNSENT_BYTES = 64 * 1024 * 1024;

export interface ConnectionParts {
  readonly service: Service;
  readonly tokens: Tokens;
  readonly browserClients: BrowserClients;
}

type HelloFrame = Extract<ClientFrame, { hello: unknown }>;

/** Serves one WebSocket from hello to close: calls in, answers and events out. */
export function serveConnection(socket: WebSocket, parts: ConnectionParts): void {
  let caller: Caller | null = null;
  let callsUnderWay = 0;
  const helloTimer = setTimeout(() => socket.close(CLOSE_CODES.overloaded, 'no hello in time'), HELLO_WITHIN_MS);
  socket.once('close', () => clearTimeout(helloTimer));

  const send = (frame: ServerFrame) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MAX_UNSENT_BYTES) socket.terminate();
    else socket.send(encodeFrame(frame));
  };

  const greet = ({ hello }: HelloFrame) => {
    const secret = 'token' in hello ? parts.tokens.exchange(hello.token) : hello.secret;
    if (!secret || !parts.tokens.knows(secret)) {
      socket.close(CLOSE_CODES.refused, 'this link was used already or is not valid');
      return;
    }
    clearTimeout(helloTimer);
    caller = parts.browserClients.arrive(secret);
    const endListening = listenToAll(parts.service, caller, (event, data) => send({ event, data }));
    socket.once('close', () => {
      endListening();
      parts.browserClients.leave(secret);
    });
    send({ welcome: { secret } });
  };

  const answer = async (from: Caller, id: number, name: string, input: unknown) => {
    if (++callsUnderWay > MAX_CALLS_UNDER_WAY) {
      socket.close(CLOSE_CODES.overloaded, 'too many calls under way');
      return;
    }
    send({ id, ...(await parts.service.answer(from, name, input)) });
    callsUnderWay--;
  };

  socket.on('message', (data, isBinary) => {
    // What was on its way when the connection was closed is not looked at any more.
    if (socket.readyState !== socket.OPEN) return;
    const frame = isBinary ? parseFrame(data) : null;
    if (!frame || 'hello' in frame === (caller !== null)) {
      socket.close(CLOSE_CODES.malformed, 'not a frame that was expected');
    } else if ('hello' in frame) {
      greet(frame);
    } else if (caller) {
      void answer(caller, frame.id, frame.name, frame.input);
    }
  });
}

/** @returns The frame, or null for bytes that are none. */
function parseFrame(data: RawData): ClientFrame | null {
  try {
    return clientFrameSchema.safeParse(decodeFrame(data as Buffer)).data ?? null;
  } catch {
    // Whatever the decoder tripped over, the answer to these bytes is the same.
    return null;
  }
}

function listenToAll(service: Service, caller: Caller, tell: (event: EventName, data: unknown) => void): () => void {
  const ends = (Object.keys(EVENTS) as EventName[]).map((event) =>
    service.listen(caller, event, (data) => tell(event, data)),
  );
  return () => {
    for (const end of ends) end();
  };
}
