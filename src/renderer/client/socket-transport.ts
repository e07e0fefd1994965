import { decodeFrame, encodeFrame } from '../../contract/codec.ts';
import { CallError } from '../../contract/error.ts';
import { type Answer, CLOSE_CODES, type ServerFrame, serverFrameSchema } from '../../contract/wire.ts';
import { failure } from '../../core/words/failure.ts';
import type { Credentials } from './credentials.ts';
import { createListeners } from './listeners.ts';
import type { ConnectionState, Transport } from './transport.ts';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;
/** How long a call waits for a connection before it is refused. */
const WAIT_FOR_CONNECTION_MS = 10_000;

interface PendingCall {
  readonly frame: Uint8Array<ArrayBuffer>;
  /** Sent on the present connection: when that ends, nobody will answer. */
  sent: boolean;
  readonly waitTimer: ReturnType<typeof setTimeout>;
  resolve(answer: Answer): void;
  reject(error: CallError): void;
}

/**
 * Calls over the browser host's WebSocket. A lost connection is opened again with growing pauses; a call that was
 * already sent is then refused, since nobody knows whether it was done, and a call not yet sent waits its turn.
 *
 * @param url The socket's address, ws: or wss:.
 */
export function socketTransport(url: string, credentials: Credentials): Transport {
  const events = createListeners<unknown>();
  const connection = createListeners<ConnectionState>();
  const pending = new Map<number, PendingCall>();
  let state: ConnectionState = 'connecting';
  let socket: WebSocket | null = null;
  let nextId = 0;
  let retryMs = FIRST_RETRY_MS;

  function become(next: ConnectionState): void {
    if (state === next) return;
    state = next;
    connection.tell('state', next);
  }

  function settle(id: number): PendingCall | undefined {
    const call = pending.get(id);
    pending.delete(id);
    clearTimeout(call?.waitTimer);
    return call;
  }

  function send(call: PendingCall): void {
    clearTimeout(call.waitTimer);
    call.sent = true;
    socket?.send(call.frame);
  }

  function refuse(which: (call: PendingCall) => boolean, error: CallError): void {
    for (const [id, call] of pending) {
      if (which(call)) settle(id)?.reject(error);
    }
  }

  function take(frame: ServerFrame): void {
    if ('welcome' in frame) {
      credentials.keepSecret(frame.welcome.secret);
      retryMs = FIRST_RETRY_MS;
      become('open');
      for (const call of pending.values()) if (!call.sent) send(call);
    } else if ('event' in frame) {
      events.tell(frame.event, frame.data);
    } else {
      settle(frame.id)?.resolve('error' in frame ? { error: frame.error } : { output: frame.output });
    }
  }

  function connect(): void {
    const credential = credentials.current();
    if (!credential) {
      become('refused');
      refuse(() => true, new CallError('failed', failure('window.link-not-valid')));
      return;
    }
    const opened = new WebSocket(url);
    socket = opened;
    opened.binaryType = 'arraybuffer';
    opened.addEventListener('open', () => opened.send(encodeFrame({ hello: credential })));
    opened.addEventListener('message', ({ data }) =>
      take(serverFrameSchema.parse(decodeFrame(new Uint8Array(data as ArrayBuffer)))),
    );
    opened.addEventListener('close', ({ code }) => {
      socket = null;
      refuse((call) => call.sent, new CallError('failed', failure('window.connection-lost')));
      if (code === CLOSE_CODES.refused) {
        credentials.forget(credential);
        connect();
        return;
      }
      if (state === 'open') become('lost');
      setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    });
  }

  connect();
  return {
    call(name, input) {
      const id = nextId++;
      return new Promise((resolve, reject) => {
        if (state === 'refused') {
          reject(new CallError('failed', failure('window.link-not-valid')));
          return;
        }
        const waitTimer = setTimeout(
          () => settle(id)?.reject(new CallError('failed', failure('window.unreachable'))),
          WAIT_FOR_CONNECTION_MS,
        );
        const call: PendingCall = { frame: encodeFrame({ id, name, input }), sent: false, waitTimer, resolve, reject };
        pending.set(id, call);
        if (state === 'open') send(call);
      });
    },
    listen: (name, onEvent) => events.add(name, onEvent),
    connectionState: () => state,
    watchConnection: (onChange) => connection.add('state', onChange),
  };
}
