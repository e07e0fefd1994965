import { WebSocket } from 'ws';
import { SOCKET_PATH, TOKEN_FRAGMENT_KEY } from '../src/contract/wire.ts';
import { setUpSite } from './support/people.ts';
import { skipFor } from './support/skip-for.ts';
import { expect, test } from './support/test.ts';

test.beforeEach(({ hostKind }) => {
  skipFor(hostKind === 'desktop' ? 'the desktop host has no socket and no link to get in by' : null);
});

test('a link opens one window once', async ({ openSite }) => {
  const { page, address } = await openSite();
  await setUpSite(page);
  expect(page.url()).not.toContain(TOKEN_FRAGMENT_KEY);

  const stranger = await page.context().browser()!.newContext();
  const used = await stranger.newPage();
  await used.goto(address);
  await expect(used.getByText('This link cannot be used')).toBeVisible();

  const guessed = await stranger.newPage();
  await guessed.goto(address.replace(/token=.*/, 'token=0123456789abcdef0123456789abcdef'));
  await expect(guessed.getByText('This link cannot be used')).toBeVisible();
  await stranger.close();
});

test('a page of another origin, or under another name, gets no socket', async ({ openSite }) => {
  const { address } = await openSite();
  const { origin, host } = new URL(address);
  const socket = `ws://${host}${SOCKET_PATH}`;
  expect(await upgradeStatus(socket, { origin })).toBe(101);
  expect(await upgradeStatus(socket, { origin: 'http://evil.test' })).toBe(403);
  expect(await upgradeStatus(socket, { origin: origin.replace('127.0.0.1', 'localhost') })).toBe(403);
  expect(await upgradeStatus(socket, {})).toBe(403);
  expect(await upgradeStatus(socket, { origin, headers: { host: 'rebound.test' } })).toBe(403);
});

test('the window may load nothing but itself', async ({ openSite }) => {
  const { page, address } = await openSite();
  const response = await page.request.get(new URL(address).origin);
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
});

/** How the host answers a request for a socket. */
function upgradeStatus(url: string, options: { origin?: string; headers?: Record<string, string> }): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, options);
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}
