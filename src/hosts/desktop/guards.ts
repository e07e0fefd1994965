import type { Session, WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { ROOM_WINDOW_OPTIONS } from './window.ts';

/** What a request may be for: our own files, and what a page makes in its own memory. */
const LOCAL_SCHEMES = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/**
 * Shuts every door of a session but two: our files, and the camera for our origin.
 *
 * Requests off the machine are refused here as well as by the content security policy, so that neither a fault in the
 * policy nor a page that has none opens a way out.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const cameraOnly = types.length > 0 && types.every((type) => type === 'video');
    decide(permission === 'media' && cameraOnly && isOurs(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    return permission === 'media' && details.mediaType === 'video' && isOurs(requestingOrigin);
  });
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !LOCAL_SCHEMES.has(new URL(details.url).protocol) });
  });
}

/** Keeps a window on our pages: no navigation away, no further window but a room view, no embedded guest. */
export function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void }, url: string) => {
    if (!isOurs(url)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) =>
    isRoomView(url) ? { action: 'allow', overrideBrowserWindowOptions: ROOM_WINDOW_OPTIONS } : { action: 'deny' },
  );
  // What is left on a second display would keep the program from ending.
  contents.on('did-create-window', (room) => contents.once('destroyed', () => room.destroy()));
}

/** True for the page that shows a running session's word on a second display and asks the service nothing. */
function isRoomView(url: string): boolean {
  return isOurs(url) && new URL(url).hash.startsWith('#/room/');
}

/** True for an address of our own origin. Compared by parts: URL.origin is "null" for a scheme like ours. */
export function isOurs(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === APP_ORIGIN;
}
