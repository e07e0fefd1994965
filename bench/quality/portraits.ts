import type { Frame } from '../../src/core/capture/frame.ts';
import type { ImageRecord } from '../../src/core/dataset/dataset.ts';
import { decodeImage } from '../../src/core/dataset/faces/decode-image.node.ts';
import { readImageBytes } from '../../src/core/dataset/faces/image-bytes.node.ts';
import { readDataset } from '../../src/core/dataset/read-dataset.node.ts';
import type { SplitName } from '../../src/core/dataset/split-name.ts';
import type { ModelConfig } from '../../src/core/registry/model-config.ts';
import { keyOf } from '../../src/core/registry/subjects/known-subjects.node.ts';
import { englishOf } from '../../src/core/words/failure-sentence.ts';
import { keysFor } from '../../src/jobs/dataset/subject-keys.node.ts';

interface Wanted {
  readonly dir: string;
  /** Children that this model had in this split. */
  readonly split: SplitName;
  readonly config: ModelConfig;
  /** At most so many images of one child, evenly spread over its own. */
  readonly perSubject: number;
  readonly mostSubjects?: number;
}

/** The images of a dataset's children that a model had in one split, in a fixed order. */
export async function childPortraits({
  dir,
  split,
  config,
  perSubject,
  mostSubjects = Number.POSITIVE_INFINITY,
}: Wanted): Promise<ImageRecord[]> {
  const key = keyOf(config, keysFor({}));
  const own = new Set(config.split.subjects[split]);
  const { records } = await readDataset([dir], { labelColumn: 'emotion' });
  const bySubject = Map.groupBy(
    records.filter(({ group, subject }) => group === 'child' && key !== null && own.has(key.digest(subject))),
    ({ subject }) => subject,
  );
  if (bySubject.size === 0) throw new RangeError(`${dir} holds no child of the model's ${split} split`);
  return [...bySubject.values()].slice(0, mostSubjects).flatMap((images) => {
    const step = Math.max(1, images.length / perSubject);
    return Array.from({ length: Math.min(perSubject, images.length) }, (_, i) => images[Math.floor(i * step)]!);
  });
}

/** The pixels of one image. @throws Error when it cannot be read. */
export async function pixelsOf(record: ImageRecord): Promise<Frame> {
  const stored = await readImageBytes(record);
  if (stored.kind === 'fault') throw new Error(`${record.path}: ${englishOf(stored.why)}`);
  const decoded = await decodeImage(stored.bytes, record.source);
  if (decoded.kind === 'fault') throw new Error(`${record.path}: ${englishOf(decoded.why)}`);
  return decoded.frame;
}
