import type { Child } from '../../../../contract/children.ts';
import type { Client } from '../../../client/create-client.ts';
import type { FromRecordingReader } from './recording-messages.ts';
import type { RecordingReader } from './recording-reader.ts';

/** What is read, and as what. */
export interface RecordingChoice {
  readonly child: Child;
  readonly file: File;
  /** The live session of the same scene, if there is one. */
  readonly liveSessionId: string | null;
  /** Of the file's content, in hex, where it was computed. */
  readonly sha256: string | null;
  /** On which it was filmed, yyyy-mm-dd, where somebody said it. */
  readonly day: string | null;
  /** The first face that is alone in view is the child's, and nobody is asked; otherwise somebody says who it is. */
  readonly takesFirstAlone: boolean;
}

/** What it stands on. */
export interface RecordingDependencies {
  readonly call: Client['call'];
  readonly startReader: (hear: (message: FromRecordingReader) => void) => RecordingReader;
  /** SHA-256 of a file's content, in hex, which takes as long as reading the file through; null where it is given up. */
  readonly digest: (file: File) => Promise<string | null>;
  readonly nowMs: () => number;
}
