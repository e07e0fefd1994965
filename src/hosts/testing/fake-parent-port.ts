/** The other side of fake-utility-process.ts, loaded before the program is. */
import type { Serializable } from 'node:child_process';
import { EventEmitter } from 'node:events';

const waiting: unknown[] = [];
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void process.send?.(message as Serializable),
});

/** Messages wait until somebody listens. */
function deliver(): void {
  if (port.listenerCount('message') === 0) return;
  for (const data of waiting.splice(0)) port.emit('message', { data, ports: [] });
}

port.on('newListener', () => queueMicrotask(deliver));
process.on('message', (data) => {
  waiting.push(data);
  deliver();
});
process.on('disconnect', () => process.exit());
Object.assign(process, { parentPort: port });
