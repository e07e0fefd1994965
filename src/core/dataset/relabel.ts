import { type Emotion, isEmotion } from '../emotion/emotion.ts';
import type { ImageRecord } from './dataset.ts';

/** What people say of a dataset's images, by their paths: an emotion, or why they are left out. */
export interface RelabelledDataset {
  /** The dataset's folder. */
  readonly dir: string;
  readonly images: readonly RelabelledImage[];
}

export interface RelabelledImage {
  /** As the dataset names it. */
  readonly path: string;
  readonly becomes: Emotion | 'left-out' | 'disputed';
  /** Whom it shows; given only where the dataset itself says no emotion. Without subject it is of nobody known. */
  readonly unlabelled?: Pick<ImageRecord, 'group' | 'ageYears' | 'split'> & { readonly subject: string | null };
}

/** Records as people's labels make them, and how many those change. */
export interface Relabelled {
  readonly records: readonly ImageRecord[];
  /** Images of which the dataset does not say what they show, and people do. */
  readonly added: number;
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
    relabelled.map(({ dir, images }) => [dir, new Map(images.map((image) => [image.path, image]))]),
  );
  const counts = { added: 0, changed: 0 };
  const kept = records.flatMap((record): ImageRecord[] => {
    const { becomes, unlabelled } = labels.get(record.dir)?.get(record.path) ?? {};
    if (unlabelled) counts.added += 1;
    if (becomes === undefined || becomes === record.emotion) return [record];
    if (!isEmotion(becomes)) return [];
    counts.changed += 1;
    return [{ ...record, emotion: becomes, votes: null }];
  });
  // Faces that lie sealed are not even laid out for a run when people do not want them: they are counted by what people say.
  const said = (what: RelabelledImage['becomes']) =>
    relabelled.reduce((sum, { images }) => sum + images.filter(({ becomes }) => becomes === what).length, 0);
  return { records: kept, ...counts, leftOut: said('left-out'), disputed: said('disputed') };
}
