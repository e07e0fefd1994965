import { type FacewardBridge, SOCKET_PATH } from '../../contract/wire.ts';
import { bridgeTransport } from './bridge-transport.ts';
import { createCredentials, tokenInFragment } from './credentials.ts';
import { socketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

declare global {
  interface Window {
    faceward?: FacewardBridge;
  }
}

/**
 * The way to the service that this window has. A one-time token is taken out of the address at once, so that it
 * stays neither on the screen nor in the history.
 */
export function openTransport(): Transport {
  if (window.faceward) return bridgeTransport(window.faceward);
  const credentials = createCredentials(sessionStorage);
  takeToken(credentials);
  // A new link opened in a tab of the program changes the fragment only, and the browser does not load it by itself.
  window.addEventListener('hashchange', () => {
    if (takeToken(credentials)) location.reload();
  });
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return socketTransport(`${scheme}//${location.host}${SOCKET_PATH}`, credentials);
}

/** @returns True when there was a token in the address. */
function takeToken({ keepToken }: ReturnType<typeof createCredentials>): boolean {
  const token = tokenInFragment(location.hash);
  if (token === null) return false;
  keepToken(token);
  history.replaceState(null, '', location.pathname);
  return true;
}
