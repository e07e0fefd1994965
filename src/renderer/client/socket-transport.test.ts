import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { decodeFrame, encodeFrame } from '../../contract/codec.ts';
import { CallError } from '../../contract/error.ts';
import { CLOSE_CODES, clientFrameSchema } from '../../contract/wire.ts';
import { failure } from '../../core/words/failure.ts';
import { createCredentials } from './credentials.ts';
import { socketTransport } from './socket-transport.ts';
import type { ConnectionState, Transport } from './transport.ts';

const REFUSAL = { code: 'forbidden', ...failure('call.from-elsewhere'), incident: null };

const SECRET = 'a-secret-of-sixteen-or-more';
const TOKEN = 'a-token-of-sixteen-or-more';

/** A host of one token: answers `echo` with its input, `hang-up` by closing, and refuses any other hello. */
async function openHost() {
  const hellos: unknown[] = [];
  const sockets: ServerSocket[] = [];
  let usedToken = false;
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('message', (bytes) => {
      const frame = clientFrameSchema.parse(decodeFrame(bytes as Buffer));
      if ('hello' in frame) {
        hellos.push(frame.hello);
        const good =
          'secret' in frame.hello ? frame.hello.secret === SECRET : frame.hello.token === TOKEN && !usedToken;
        if (!good) return socket.close(CLOSE_CODES.refused);
        usedToken ||= 'token' in frame.hello;
        return socket.send(encodeFrame({ welcome: { secret: SECRET } }));
      }
      if (frame.name === 'hang-up') return socket.terminate();
      if (frame.name === 'refuse') {
        return socket.send(encodeFrame({ id: frame.id, error: REFUSAL }));
      }
      socket.send(encodeFrame({ id: frame.id, output: frame.input }));
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/socket`, hellos, sockets };
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function tab(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, credentials: createCredentials(storage) };
}

function until(transport: Transport, wanted: ConnectionState): Promise<void> {
  if (transport.connectionState() === wanted) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = transport.watchConnection((state) => {
      if (state !== wanted) return;
      stop();
      resolve();
    });
  });
}

describe('socketTransport', () => {
  it('exchanges the token once, sends calls made before, and carries typed arrays both ways', async () => {
    const { url, hellos } = await openHost();
    const { kept, credentials } = tab();
    credentials.keepToken(TOKEN);
    const transport = socketTransport(url, credentials);
    const answer = await transport.call('echo', { weights: Float32Array.of(1.5, -2) });
    expect(answer).toEqual({ output: { weights: Float32Array.of(1.5, -2) } });
    expect(hellos).toEqual([{ token: TOKEN }]);
    expect([...kept.values()]).toEqual([SECRET]);
  });

  it('hands on a refusal as a value', async () => {
    const { url } = await openHost();
    const { credentials } = tab({ 'faceward.secret': SECRET });
    const answer = await socketTransport(url, credentials).call('refuse', {});
    expect(answer).toEqual({ error: REFUSAL });
  });

  it('refuses a call whose answer was lost, comes back by the secret, and goes on', async () => {
    const { url, hellos } = await openHost();
    const { credentials } = tab();
    credentials.keepToken(TOKEN);
    const transport = socketTransport(url, credentials);
    await until(transport, 'open');
    await expect(transport.call('hang-up', {})).rejects.toThrow(CallError);
    expect(transport.connectionState()).toBe('lost');
    await expect(transport.call('echo', 7)).resolves.toEqual({ output: 7 });
    expect(hellos).toEqual([{ token: TOKEN }, { secret: SECRET }]);
  });

  it('falls back to the secret when an old link is opened again in the same tab', async () => {
    const { url, hellos } = await openHost();
    const { credentials } = tab({ 'faceward.secret': SECRET });
    credentials.keepToken('a-token-that-was-used-before');
    await expect(socketTransport(url, credentials).call('echo', 1)).resolves.toEqual({ output: 1 });
    expect(hellos).toHaveLength(2);
  });

  it('gives up when neither is good, and says that a new link is needed', async () => {
    const { url, hellos } = await openHost();
    const { credentials } = tab({ 'faceward.secret': 'a-secret-of-another-host' });
    const transport = socketTransport(url, credentials);
    await expect(transport.call('echo', 1)).rejects.toThrow('new link');
    expect(transport.connectionState()).toBe('refused');
    expect(hellos).toHaveLength(1);
    await expect(transport.call('echo', 1)).rejects.toThrow('new link');
  });

  it('tells events to those who listen, and to nobody after they stopped', async () => {
    const { url, sockets } = await openHost();
    const { credentials } = tab({ 'faceward.secret': SECRET });
    const transport = socketTransport(url, credentials);
    const heard: unknown[] = [];
    const stop = transport.listen('models.changed', (data) => heard.push(data));
    await until(transport, 'open');
    sockets[0]?.send(encodeFrame({ event: 'models.changed', data: { n: 1 } }));
    sockets[0]?.send(encodeFrame({ event: 'site.changed', data: { n: 2 } }));
    await transport.call('echo', null);
    stop();
    sockets[0]?.send(encodeFrame({ event: 'models.changed', data: { n: 3 } }));
    await transport.call('echo', null);
    expect(heard).toEqual([{ n: 1 }]);
  });
});
