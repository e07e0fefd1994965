import * as tf from '@tensorflow/tfjs-core';
import { startWasm } from '../../core/engine/wasm.node.ts';
import type { LogRecord } from '../../core/training/log-record.ts';
import type { KeptData } from '../dataset/kept-faces.node.ts';
import { prepareRunData, type RunData } from '../train/training-data.node.ts';
import { trainingJobSchema } from '../train/training-job.ts';
import type { StudyFile } from './study-file.ts';

/** Whom a study trains on, chooses on and tests on. Val and test hold children only. */
export interface StudyFaces extends Pick<RunData, 'train' | 'val' | 'test'> {
  /** Of who is in the test of each dataset: test-set-hash.node.ts. */
  readonly testHashes: readonly string[];
}

/** Reads the images as a training does, for all schemes at once. */
export async function loadStudyFaces(
  data: StudyFile['data'],
  { signal, onLog, kept }: { signal: AbortSignal; onLog: (record: LogRecord) => void; kept: KeptData },
): Promise<{ faces: StudyFaces; splitHash: string }> {
  // Faces are found on wasm, whatever the cells are trained on in processes of their own.
  if (!tf.getBackend()) await startWasm();
  // A regime with children and adults, of which each cell takes what its own regime needs.
  const regime = { learner: 'supcon', regime: 'mixed' };
  const job = trainingJobSchema.parse({ ...data, ...kept, ...regime, name: 'study', outDir: '.' });
  const loading = prepareRunData(job, { signal, now: Date.now });
  let next = await loading.next();
  for (; !next.done; next = await loading.next()) onLog(next.value);
  const { train, val, test, tests, split } = next.value;
  return { faces: { train, val, test, testHashes: tests.map(({ hash }) => hash) }, splitHash: split.hash };
}
