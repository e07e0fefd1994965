import type { StudyFaces } from '../../../jobs/study/study-faces.node.ts';
import type { StudyFile } from '../../../jobs/study/study-file.ts';
import type { WorkerEnd } from '../../../jobs/study/study-worker.ts';

/** What a process of a study works on. */
export interface StudyPlace {
  readonly study: StudyFile;
  readonly faces: StudyFaces;
  /** The study's folder. */
  readonly dir: string;
  /** The site's folder of data, in which looks at test sets are counted; null counts none. */
  readonly dataDir: string | null;
}

/** What the command tells a study's process: one start, then one cell after the other, perhaps a stop, and at last to go. */
export type ToStudyProcess =
  | ({ readonly kind: 'start' } & StudyPlace)
  | { readonly kind: 'run'; readonly id: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'close' };

/** What a study's process tells the command. */
export type FromStudyProcess =
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'end'; readonly end: WorkerEnd };
