import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { answerStatic, type StaticFolders } from '../shared/static-files.ts';

/** Answers one GET or HEAD with a file of the window. The security headers are on the response already. */
export async function serveFile(
  folders: StaticFolders,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const urlPath = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  const answer = await answerStatic(folders, urlPath, request.headers.range);
  response.writeHead(answer.status, answer.headers);
  if (!answer.open || request.method === 'HEAD') response.end();
  else await pipeline(answer.open(), response);
}
