import { call } from '../../../client/client.ts';
import { digestFilm } from '../../../client/digest-film.ts';
import { Published } from '../shared/published.ts';
import type { RecordingChoice } from './recording-choice.ts';
import { startRecordingReader } from './recording-reader.ts';
import { RecordingSession } from './recording-session.ts';
import { isBeingRead } from './recording-state.ts';

/** The one recording that this window is reading, if there is one. It outlives the page that shows it. */
const current = new Published<{ readonly recording: RecordingSession | null }>({ recording: null }, 0);

export const { snapshot: currentRecording, subscribe: watchCurrentRecording } = current;

/** Begins to read a recording; the last one must be over. */
export function readRecording(choice: RecordingChoice): RecordingSession {
  const recording = new RecordingSession(choice, {
    call,
    startReader: startRecordingReader,
    digest: (file) => digestFilm(call, file, () => true),
    nowMs: () => performance.now(),
  });
  current.change({ recording });
  recording.start();
  return recording;
}

window.addEventListener('beforeunload', (event) => {
  const phase = current.current.recording?.state.current.phase;
  if (phase && isBeingRead(phase)) event.preventDefault();
});

/** Puts away a recording that is over. */
export function leaveRecording(): void {
  current.change({ recording: null });
}
