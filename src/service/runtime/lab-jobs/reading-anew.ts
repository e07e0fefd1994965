import { enterReadings, unreadFaces } from '../../../core/store/lab/unread-faces.node.ts';
import { readFaces } from '../../../core/store/lab/wall/image-faces.node.ts';
import type { WritableDb } from '../../../core/store/store.node.ts';
import type { IndexJob } from '../../../jobs/index/index-images.node.ts';
import type { LabJobs } from './lab-jobs.ts';

/** Faces that one process is given, 15 MB of them: starting another costs little beside reading as many. */
const FACES_AT_ONCE = 4096;

/** Lets the model in use read faces that an earlier one has read, or none. */
export interface FaceReader {
  /**
   * Reads some of them.
   *
   * @param onStart Told how to stop it.
   * @returns Whether there was nothing to read, there may be more, or these were the last.
   */
  readSome(db: WritableDb, onStart: (stop: () => void) => void): Promise<'nothing' | 'more' | 'last'>;
  /** There may be faces that the model in use has not read. */
  expectMore(): void;
}

export function createFaceReader({
  labJobs,
  model,
  reportIncident,
}: {
  readonly labJobs: LabJobs;
  model(): IndexJob['model'];
  reportIncident(details: unknown): string;
}): FaceReader {
  /** The model that has read all, or whose reading came to nothing: neither is asked again without need. */
  let settledDigest: string | null = null;
  return {
    async readSome(db, onStart) {
      const { dir, digest = null } = model() ?? {};
      if (dir === undefined || digest === null || digest === settledDigest) return 'nothing';
      const keys = unreadFaces(db, digest, FACES_AT_ONCE);
      if (keys.length === 0) {
        settledDigest = digest;
        return 'nothing';
      }
      let read = 0;
      const crops = readFaces(db, keys);
      const job = labJobs.start('read-faces', { model: { dir, digest }, keys, crops }, (told) => {
        enterReadings(db, digest, told);
        read += told.keys.length;
      });
      let wasAsked = false;
      onStart(() => {
        wasAsked = true;
        job.stop();
      });
      const end = await job.ended;
      if (end.kind === 'failed') reportIncident(end.details);
      // One that nobody stopped and that read nothing would be started for ever.
      const isHeldUp = end.kind === 'stopped' && (wasAsked || read > 0);
      const isOver = !isHeldUp && (keys.length < FACES_AT_ONCE || read < keys.length);
      if (isOver) settledDigest = digest;
      return isOver ? 'last' : 'more';
    },
    expectMore() {
      settledDigest = null;
    },
  };
}
