import type { LaunchFilmDecoder } from './film-decoders/launch-film-decoder.ts';
import type { LaunchLabJob } from './lab-jobs/launch-lab-job.ts';
import type { LaunchTrainer } from './launch-trainer.ts';
import type { LaunchLsl } from './lsl/launch-lsl.ts';
import type { ComputerSecrets } from './this-computer/computer-secrets.ts';

/** What the service is made from; a host hands it in. */
export interface ServiceOptions {
  /** Folder of the site's data; made if it is not there. */
  readonly dataDir: string;
  readonly host: 'desktop' | 'browser' | 'cli';
  /** Folder of the shipped models, a folder each. */
  readonly modelsDir: string;
  /** Folder of the demo cohort. */
  readonly resourcesDir: string;
  readonly launchTrainer: LaunchTrainer;
  /** Starts the lab's other jobs; left out where a host starts none. */
  readonly launchLabJob?: LaunchLabJob;
  /** Opens streams for other devices; left out where a host opens none. */
  readonly launchLsl?: LaunchLsl;
  /** Starts the processes that decode films for windows; left out where a host starts none. */
  readonly launchFilmDecoder?: LaunchFilmDecoder;
  /** The operating system's keystore; left out where a host has none. */
  readonly computerSecrets?: ComputerSecrets;
  readonly now: () => Date;
  /** Milliseconds since the machine started, its sleep included; the system's where it is left out. */
  readonly uptimeMs?: () => number;
  /** Told, in a line, what a person at the terminal should know. Never anything about a child. */
  readonly log: (line: string) => void;
}
