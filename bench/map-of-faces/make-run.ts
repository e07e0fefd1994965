import { EMOTIONS, type Emotion } from '../../src/core/emotion/emotion.ts';
import { exampleModel } from '../../src/core/registry/testing/example-model.ts';
import { unlockWithPassword } from '../../src/core/security/key-slots.node.ts';
import { addRunImages } from '../../src/core/store/lab/run-images.node.ts';
import { addRun, updateRun } from '../../src/core/store/lab/runs.node.ts';
import { listUsers } from '../../src/core/store/people/users.node.ts';
import { closeStore, openStore } from '../../src/core/store/store.node.ts';
import { ENCODERS } from '../../src/core/training/net/encoder-spec.ts';
import { randomAt } from '../../src/core/training/views/random.ts';
import { siteFolder } from '../../src/service/runtime/site-folder.ts';

const COLUMNS = ENCODERS.standard.stageChannels.at(-1)!;
const SPLIT_OF = ['train', 'train', 'val', 'test'] as const;

/** Enters a finished run over a dataset of made-up faces: what its encoder says of each is its emotion's place and noise. */
export async function makeRun(
  dataDir: string,
  { datasetId, userName, password }: { datasetId: string; userName: string; password: string },
): Promise<void> {
  const { keyFile, storeFile } = siteFolder(dataDir);
  const unlocked = await unlockWithPassword(keyFile, { userName, password });
  if (unlocked.kind !== 'unlocked') throw new Error(`the site in ${dataDir} was not unlocked: ${unlocked.kind}`);
  const db = openStore(storeFile, unlocked.key);
  try {
    const scheme = { name: 'Map', learner: 'supcon', regime: 'children', epochs: 1, seed: 1 };
    const { id } = addRun(db, {
      ...scheme,
      engine: 'wasm',
      datasetNames: ['made'],
      job: { ...scheme, datasetDirs: ['/made'], outDir: '/made-run' },
      startedBy: listUsers(db)[0]!.id,
      now: new Date(),
    });
    updateRun(db, id, { state: 'finished', test: exampleModel().config.test });
    const images = db
      .prepare<[string], { path: string; emotion: Emotion | null }>(
        'SELECT path, emotion FROM dataset_images WHERE dataset_id = ?',
      )
      .all(datasetId);
    const random = randomAt(1);
    const noise = () => random.uniform() + random.uniform() + random.uniform() - 1.5;
    const centres = EMOTIONS.map(() => Float32Array.from({ length: COLUMNS }, noise));
    addRunImages(
      db,
      id,
      images.map(({ path, emotion }, row) => {
        const truth = emotion ?? EMOTIONS[row % EMOTIONS.length]!;
        return {
          datasetId,
          path,
          truth,
          split: SPLIT_OF[row % SPLIT_OF.length]!,
          probabilities: Float32Array.from(EMOTIONS, (each) => (each === truth ? 0.7 : 0.05)),
          embedding: centres[EMOTIONS.indexOf(truth)]!.map((value) => value + noise()),
        };
      }),
    );
  } finally {
    closeStore(db);
  }
}
