import { WebSocket } from 'ws';
import { decodeFrame, encodeFrame } from '../../contract/codec.ts';
import { type Answer, type ServerFrame, SOCKET_PATH, serverFrameSchema } from '../../contract/wire.ts';

/** A window's end of the wire, as plain as can be: for tests of the browser host. */
export interface SocketClient {
  readonly secret: string;
  readonly events: string[];
  /** Code with which the connection was closed. */
  readonly closed: Promise<number>;
  call(name: string, input?: unknown): Promise<Answer>;
  send(frame: unknown): void;
  sendRaw(bytes: Buffer): void;
  close(): Promise<number>;
}

/**
 * Connects and says hello.
 *
 * @param url The address that the host printed, or its origin.
 * @param hello What to say; the token of the address by default, nothing for null.
 * @throws { code } with the close code if the host closes before it says welcome.
 */
export async function connectSocket(
  url: string,
  hello: { token: string } | { secret: string } | null = { token: new URL(url).hash.replace('#token=', '') },
): Promise<SocketClient> {
  const { host, origin } = new URL(url);
  const socket = new WebSocket(`ws://${host}${SOCKET_PATH}`, { origin });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const welcomed = Promise.withResolvers<string>();
  const waiting = new Map<number, (answer: Answer) => void>();
  const events: string[] = [];
  const send = (frame: unknown) => socket.send(encodeFrame(frame));
  let lastId = 0;

  socket.on('error', () => {});
  socket.on('message', (data) => take(serverFrameSchema.parse(decodeFrame(data as Buffer))));
  void closed.then((code) => welcomed.reject({ code }));
  const take = (frame: ServerFrame) => {
    if ('welcome' in frame) welcomed.resolve(frame.welcome.secret);
    else if ('event' in frame) events.push(frame.event);
    else waiting.get(frame.id)?.('error' in frame ? { error: frame.error } : { output: frame.output });
  };

  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  if (hello) send({ hello });
  else welcomed.resolve('');
  return {
    secret: await welcomed.promise,
    events,
    closed,
    send,
    sendRaw: (bytes) => socket.send(bytes),
    call: (name, input = {}) =>
      new Promise((resolve) => {
        waiting.set(++lastId, resolve);
        send({ id: lastId, name, input });
      }),
    close() {
      socket.close();
      return closed;
    },
  };
}

/** How the host answers a request for a socket: 101, or why not. */
export function upgradeStatus(
  url: string,
  options: { origin?: string; headers?: Record<string, string> },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, options);
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.once('error', reject);
  });
}
