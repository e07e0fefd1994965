import { layOut } from './lay-out.ts';
import type { FromMapWorker, ToMapWorker } from './map-messages.ts';

/** Progress is told no more often. */
const TELL_EVERY_MS = 100;

const tell = (message: FromMapWorker) => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ToMapWorker>) => {
  let toldAtMs = 0;
  const places = layOut(data.points, data.columns, data.seed, (progress) => {
    const nowMs = performance.now();
    if (nowMs - toldAtMs < TELL_EVERY_MS) return;
    toldAtMs = nowMs;
    tell({ kind: 'progress', ...progress });
  });
  tell({ kind: 'done', places });
};
