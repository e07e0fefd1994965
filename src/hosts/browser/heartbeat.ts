import type { WebSocket, WebSocketServer } from 'ws';

const BEAT_MS = 15_000;

/**
 * Ends connections whose other side has vanished without closing: each must answer one ping per beat (browsers do so
 * by themselves).
 *
 * @returns The function that stops it.
 */
export function keepHeartbeat(server: WebSocketServer, beatMs = BEAT_MS): () => void {
  const silent = new WeakSet<WebSocket>();
  server.on('connection', (socket) => socket.on('pong', () => silent.delete(socket)));
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, beatMs);
  timer.unref();
  return () => clearInterval(timer);
}
