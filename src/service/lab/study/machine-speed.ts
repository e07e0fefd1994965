import { z } from 'zod';
import { CallError } from '../../../contract/error.ts';
import { machineSpeedSchema } from '../../../contract/study.ts';
import { readSpeed, writeSpeed } from '../../../core/store/lab/studies.node.ts';
import { ENCODERS } from '../../../core/training/net/encoder-spec.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Handlers } from '../../runtime/call-context.ts';
import { reportIncident } from '../../runtime/to-call-error.ts';
import { studyThreads } from './study-settings.ts';

/** As many as a study's cells have when nobody says otherwise. */
const BATCH_ROWS = 64;

const questionSchema = z.object({ encoder: z.enum(Object.keys(ENCODERS)), threads: z.number(), batchRows: z.number() });

/** How fast this machine trains: what a study costs is told before it starts. */
export const machineSpeedHandlers: Handlers<'studies.speed' | 'studies.measureSpeed'> = {
  'studies.speed'({ db }, { encoder }) {
    const stored = readSpeed(db);
    const asked = questionSchema.safeParse(stored?.question);
    if (!stored || !asked.success) return null;
    if (asked.data.encoder !== encoder || asked.data.threads !== studyThreads()) return null;
    return { measuredAtIso: stored.measuredAtIso, speed: machineSpeedSchema.parse(stored.speed) };
  },

  async 'studies.measureSpeed'({ db, runtime, now }, { encoder, learners }) {
    if (runtime.trainings.any() || runtime.studyRuns.any() || runtime.runningSessions.any()) {
      throw new CallError('conflict', failure('lab.machine-busy'));
    }
    const question = { encoder, threads: studyThreads(), batchRows: BATCH_ROWS };
    const { ended } = runtime.labJobs.start(
      'speed',
      { ...question, learners, dataDir: runtime.options.dataDir },
      () => {},
    );
    const end = await ended;
    if (end.kind !== 'finished') {
      const details = end.kind === 'failed' ? end.details : 'stopped';
      const incident = reportIncident(runtime, 'measuring the machine', details);
      throw new CallError('conflict', failure('lab.speed-not-measured', { incident }));
    }
    writeSpeed(db, { measuredAtIso: now.toISOString(), question, speed: end.output });
    return {};
  },
};
