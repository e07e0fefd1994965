import { failure } from '../../../../core/words/failure.ts';
import type { FromRecordingReader, ToRecordingReader } from './recording-messages.ts';

/** The worker that reads a recording, as the window sees it. */
export interface RecordingReader {
  tell(message: ToRecordingReader, transfer?: Transferable[]): void;
  /** Ends the worker and what it holds. */
  close(): void;
}

export function startRecordingReader(hear: (message: FromRecordingReader) => void): RecordingReader {
  const worker = new Worker(new URL('./recording-worker.ts', import.meta.url), { type: 'module', name: 'recording' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromRecordingReader>) => hear(data));
  worker.addEventListener('error', () => hear({ kind: 'failed', failure: failure('window.unexpected') }));
  return { tell: (message, transfer = []) => worker.postMessage(message, transfer), close: () => worker.terminate() };
}
