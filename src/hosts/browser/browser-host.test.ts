import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLOSE_CODES, MAX_CLIENT_FRAME_BYTES } from '../../contract/wire.ts';
import { connectSocket, type SocketClient, upgradeStatus } from '../testing/socket-client.ts';
import { type BrowserHost, startBrowserHost } from './browser-host.ts';

let dataDir: string;
let host: BrowserHost;
let address: URL;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'faceward-host-'));
  host = await startBrowserHost({ port: 0, dataDir, log: () => {} });
  address = new URL(host.url);
});

afterAll(async () => {
  await host.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function newClient(): Promise<SocketClient> {
  return connectSocket(host.newUrl());
}

/** Status of a plain request; node:http, since fetch lets nobody choose the Host header. */
function statusOf(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: object } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: address.port, path, method, headers: { ...headers } },
      (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      },
    );
    asked.once('error', reject).end();
  });
}

describe('files of the browser host', () => {
  it('carry every header that keeps the window to itself', async () => {
    const { headers } = await statusOf('/face-models/tiny_face_detector_model.bin');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain(`connect-src 'self' ws://${address.host};`);
    expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval'|blob:|http)/);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=(self), '),
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('include what the window loads, by range as well', async () => {
    expect((await statusOf('/wasm/tfjs-backend-wasm-simd.wasm')).status).toBe(200);
    const clip = await statusOf('/demo-clip/child-session.mp4', { headers: { range: 'bytes=0-99' } });
    expect(clip).toMatchObject({ status: 206, headers: { 'content-length': '100' } });
  });

  it('are refused under another name, to another origin, and to any method but reading', async () => {
    const path = '/face-models/tiny_face_detector_model.bin';
    expect((await statusOf(path, { headers: { host: `localhost:${address.port}` } })).status).toBe(403);
    expect((await statusOf(path, { headers: { host: 'rebound.test' } })).status).toBe(403);
    expect((await statusOf(path, { headers: { origin: 'http://evil.test' } })).status).toBe(403);
    expect((await statusOf(path, { headers: { origin: address.origin } })).status).toBe(200);
    expect((await statusOf(path, { method: 'POST' })).status).toBe(405);
    expect((await statusOf('/../package.json')).status).toBe(404);
  });
});

describe('the socket of the browser host', () => {
  it('opens for our own page only', async () => {
    const url = `ws://${address.host}/socket`;
    const { origin } = address;
    expect(await upgradeStatus(url, { origin })).toBe(101);
    expect(await upgradeStatus(url, {})).toBe(403);
    expect(await upgradeStatus(url, { origin: 'null' })).toBe(403);
    expect(await upgradeStatus(url, { origin: 'http://evil.test' })).toBe(403);
    expect(await upgradeStatus(url, { origin: `${origin}0` })).toBe(403);
    expect(await upgradeStatus(url, { origin, headers: { host: `localhost:${address.port}` } })).toBe(403);
    expect(await upgradeStatus(`ws://${address.host}/`, { origin })).toBe(404);
  });

  it('takes a token once', async () => {
    const url = host.newUrl();
    const client = await connectSocket(url);
    expect(await client.call('site.status')).toMatchObject({ output: { state: 'new' } });
    const again = await connectSocket(url).catch((error) => error);
    expect(again).toMatchObject({ code: CLOSE_CODES.refused });
    const guessed = await connectSocket(`${address.origin}/#token=${'a'.repeat(43)}`).catch((error) => error);
    expect(guessed).toMatchObject({ code: CLOSE_CODES.refused });
    client.close();
  });

  it('takes the secret again, and whoever was signed in on it still is', async () => {
    const first = await newClient();
    await first.call('site.openDemo');
    await first.close();
    const second = await connectSocket(address.origin, { secret: first.secret });
    expect(await second.call('site.status')).toMatchObject({ output: { state: 'open', demo: true } });
    const other = await newClient();
    expect(await other.call('site.status')).toMatchObject({ output: { state: 'new' } });
    expect(await other.call('children.list')).toMatchObject({ error: { code: 'not-signed-in' } });
    const guessed = await connectSocket(address.origin, { secret: 'b'.repeat(43) }).catch((error) => error);
    expect(guessed).toMatchObject({ code: CLOSE_CODES.refused });
    await other.close();
    await second.call('site.signOut');
    await second.close();
  });

  it('answers nothing before hello', async () => {
    const client = await connectSocket(address.origin, null);
    client.send({ id: 1, name: 'site.status', input: {} });
    expect(await client.closed).toBe(CLOSE_CODES.malformed);
  });

  it('closes on what is no frame', async () => {
    for (const frame of [{ id: -1, name: 'site.status' }, { hello: { token: 'a'.repeat(43) } }, 7, { event: 'x' }]) {
      const client = await newClient();
      client.send(frame);
      expect(await client.closed).toBe(CLOSE_CODES.malformed);
    }
    const client = await newClient();
    client.sendRaw(Buffer.from([0xc1, 0xff, 0x00]));
    expect(await client.closed).toBe(CLOSE_CODES.malformed);
  });

  it('closes on a frame that is too large', async () => {
    const client = await newClient();
    client.sendRaw(Buffer.alloc(MAX_CLIENT_FRAME_BYTES + 1));
    expect(await client.closed).toBe(1009);
  });

  it('closes when too many calls are under way, and goes on with the others', async () => {
    const [flood, other] = [await newClient(), await newClient()];
    for (let id = 0; id < 100; id++) flood.send({ id, name: 'site.openDemo', input: {} });
    expect(await flood.closed).toBe(CLOSE_CODES.overloaded);
    expect(await other.call('site.status')).toMatchObject({ output: {} });
    await other.close();
  });

  it('refuses methods that an object inherits, and input that is not what was asked for', async () => {
    const client = await newClient();
    expect(await client.call('__proto__')).toMatchObject({ error: { code: 'not-found' } });
    expect(await client.call('site.signIn', { userName: 'x' })).toMatchObject({ error: { code: 'invalid-input' } });
    await client.close();
  });
});

describe('the port of the browser host', () => {
  it('is on this machine only', async () => {
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((each) => each && !each.internal && each.family === 'IPv4');
    if (!outside) return;
    await expect(fetch(`http://${outside.address}:${address.port}/`)).rejects.toThrow();
  });
});
