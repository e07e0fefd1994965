import { type Emotion, isEmotion } from '../emotion/emotion.ts';
import type { ImageRecord } from './dataset.ts';

/** What people say of a dataset's images, by their paths: an emotion, or why they are left out. */
export interface RelabelledDataset {
  /** The dataset's folder. */
  readonly dir: string;
  readonly images: readonly { readonly path: string; readonly becomes: Emotion | 'left-out' | 'disputed' }[];
}

/** Records as people's labels make them, and how many those change. */
export interface Relabelled {
  readonly records: readonly ImageRecord[];
  /** Images that show another emotion than the dataset says, by all who have labelled them. */
  readonly changed: number;
  /** Left out: no face, or not usable. */
  readonly leftOut: number;
  /** Left out: people differ. */
  readonly disputed: number;
}

/**
 * Puts what people say of images in place of what their datasets say. An image that people call by its own emotion keeps
 * its annotators' votes; one that they call otherwise has this one label.
 *
 * @param relabelled By the datasets' folders as the records name them.
 */
export function relabel(records: readonly ImageRecord[], relabelled: readonly RelabelledDataset[]): Relabelled {
  const labels = new Map(
    relabelled.map(({ dir, images }) => [dir, new Map(images.map(({ path, becomes }) => [path, becomes]))]),
  );
  const counts = { changed: 0, leftOut: 0, disputed: 0 };
  const kept = records.flatMap((record): ImageRecord[] => {
    const becomes = labels.get(record.dir)?.get(record.path);
    if (becomes === undefined || becomes === record.emotion) return [record];
    if (!isEmotion(becomes)) {
      counts[becomes === 'disputed' ? 'disputed' : 'leftOut'] += 1;
      return [];
    }
    counts.changed += 1;
    return [{ ...record, emotion: becomes, votes: null }];
  });
  return { records: kept, ...counts };
}
