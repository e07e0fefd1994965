import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CLOSE_CODES, MAX_CLIENT_FRAME_BYTES, SOCKET_PATH, TOKEN_FRAGMENT_KEY } from '../../contract/wire.ts';
import { createService } from '../../service/service.ts';
import { filmDecoderLauncher } from '../film-decoder/launch-film-decoder.ts';
import { labJobLauncher } from '../lab-worker/launch-lab-job.ts';
import { lslLauncher } from '../lsl/launch-lsl.ts';
import { forkUnderNode } from '../processes/fork-under-node.ts';
import type { StartProgram } from '../processes/program-process.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { securityHeaders } from '../shared/security-headers.ts';
import { windowFolders } from '../shared/static-files.ts';
import { trainerLauncher } from '../trainer/launch-trainer.ts';
import { createBrowserClients } from './browser-clients.ts';
import { serveConnection } from './connection.ts';
import { createGate, type Gate } from './gate.ts';
import { keepHeartbeat } from './heartbeat.ts';
import { serveFile } from './serve-files.ts';
import { createTokens } from './tokens.ts';

/** One person works at the machine; a few tabs and their reconnections are all that is honest. */
const MAX_CONNECTIONS = 32;

export interface BrowserHostOptions {
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  readonly dataDir: string;
  /** Told of what a person at the terminal should know, a line each. */
  readonly log: (line: string) => void;
  /** Starts the processes that train; where it is missing, as Node does. */
  readonly start?: StartProgram;
}

export interface BrowserHost {
  /** Address with a one-time token: opens the window once. */
  readonly url: string;
  /** A further one, for another tab or after the first was closed. */
  newUrl(): string;
  close(): Promise<void>;
}

/**
 * Serves the window and the service to browsers on this machine, on 127.0.0.1 only.
 *
 * @throws Error with code EADDRINUSE if the port is taken, or that of createService if the data folder is in use.
 */
export async function startBrowserHost({
  port,
  dataDir,
  log,
  start = forkUnderNode,
}: BrowserHostOptions): Promise<BrowserHost> {
  const project = projectFolders();
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000 });
  const gate = createGate(await listen(server, port));
  const service = createServiceOrStop(server, () =>
    createService({
      dataDir,
      host: 'browser',
      modelsDir: project.models,
      resourcesDir: project.resources,
      launchTrainer: trainerLauncher(start),
      launchLabJob: labJobLauncher(start),
      launchLsl: lslLauncher(start),
      launchFilmDecoder: filmDecoderLauncher(start),
      now: () => new Date(),
      log,
    }),
  );
  const tokens = createTokens();
  const browserClients = createBrowserClients(service);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_CLIENT_FRAME_BYTES, perMessageDeflate: false });
  const stopHeartbeat = keepHeartbeat(sockets);

  serveFiles(server, gate, log);
  server.on('upgrade', (request, stream, head) => {
    const reason = refusal(gate, request, sockets.clients.size);
    if (reason) refuseUpgrade(stream, reason);
    else {
      sockets.handleUpgrade(request, stream, head, (socket) => {
        // A frame over the limit or a broken one: ws closes the connection by itself.
        socket.on('error', (error) => log(`A connection ended: ${error.message}`));
        sockets.emit('connection', socket, request);
        serveConnection(socket, { service, tokens, browserClients });
      });
    }
  });

  const newUrl = () => `${gate.origin}/#${TOKEN_FRAGMENT_KEY}=${tokens.issue()}`;
  return {
    url: newUrl(),
    newUrl,
    async close() {
      stopHeartbeat();
      for (const socket of sockets.clients) socket.close(CLOSE_CODES.closing, 'the program is closing');
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      for (const socket of sockets.clients) socket.terminate();
      await closed;
      browserClients.close();
      await service.close();
    },
  };
}

function serveFiles(server: Server, gate: Gate, log: (line: string) => void): void {
  const folders = windowFolders(projectFolders());
  const headers = Object.entries(securityHeaders([gate.origin.replace('http:', 'ws:')]));
  server.on('request', (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (!gate.admitsRequest(request)) {
      response.writeHead(403).end();
      return;
    }
    serveFile(folders, request, response).catch((error: unknown) => {
      // The window went away in the middle of a file, or a file could not be read; the connection is of no more use.
      if (!response.destroyed) log(`A file could not be served: ${String(error)}`);
      response.destroy();
    });
  });
}

function refusal(gate: Gate, request: IncomingMessage, connections: number): string | null {
  if (!gate.admitsSocket(request)) return '403 Forbidden';
  if (request.url !== SOCKET_PATH) return '404 Not Found';
  return connections >= MAX_CONNECTIONS ? '503 Service Unavailable' : null;
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function createServiceOrStop<T>(server: Server, create: () => T): T {
  try {
    return create();
  } catch (error) {
    server.close();
    throw error;
  }
}
