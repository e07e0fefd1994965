import type { IncomingMessage } from 'node:http';

/**
 * Who may speak to the loopback host at all: a page that this host itself served, under this very address.
 * An exact Host header defeats DNS rebinding; an exact Origin defeats every other page in the same browser.
 */
export interface Gate {
  readonly origin: string;
  /** For files: Host must be ours; Origin, where the browser sends one, as well. */
  admitsRequest(request: IncomingMessage): boolean;
  /** For the WebSocket, where browsers always send an Origin: both must be ours. */
  admitsSocket(request: IncomingMessage): boolean;
}

export function createGate(port: number): Gate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const ours = (request: IncomingMessage) => request.headers.host === host;
  return {
    origin,
    admitsRequest: (request) =>
      ours(request) && (request.headers.origin === undefined || request.headers.origin === origin),
    admitsSocket: (request) => ours(request) && request.headers.origin === origin,
  };
}
