import { Readable } from 'node:stream';
import { type Protocol, protocol } from 'electron';
import { securityHeaders } from '../shared/security-headers.ts';
import { answerStatic, type StaticFolders } from '../shared/static-files.ts';

const SCHEME = 'app';
const HOST = 'faceward';

/** The window's origin. Not file://, where every file of the machine would be of the same origin. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

/** Makes the scheme a secure origin like https. Has to run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Serves the window's files under {@link APP_ORIGIN}, with the headers of the browser host. */
export function serveAppScheme(sessionProtocol: Protocol, folders: StaticFolders): void {
  const security = securityHeaders([]);
  sessionProtocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== HOST) return new Response(null, { status: 403, headers: security });
    if (request.method !== 'GET') return new Response(null, { status: 405, headers: security });
    const answer = await answerStatic(folders, url.pathname, request.headers.get('range') ?? undefined);
    const body = answer.open && (Readable.toWeb(answer.open()) as ReadableStream);
    return new Response(body, { status: answer.status, headers: { ...answer.headers, ...security } });
  });
}
