import { isEmotion } from '../emotion/emotion.ts';
import type { ImageRecord } from './dataset.ts';
import { nobodysSubject } from './nobodys-subject.node.ts';
import { readImages } from './read-images.node.ts';
import type { RelabelledDataset, RelabelledImage } from './relabel.ts';

/**
 * Records of the images whose folder does not say what they show, and people do.
 *
 * @param dir The dataset's folder. @param images What people say of its images.
 * @returns None for images that are not in the folder any more.
 * @throws DatasetError if the folder is missing or its manifest cannot be read.
 */
export async function labelledByPeople({ dir, images }: RelabelledDataset): Promise<ImageRecord[]> {
  const said = new Map(images.flatMap((image) => (image.unlabelled ? [[image.path, image] as const] : [])));
  if (said.size === 0) return [];
  const found = await readImages([dir]);
  return found.images.flatMap((image): ImageRecord[] => {
    const { becomes, unlabelled } = said.get(image.path) ?? ({} as Partial<RelabelledImage>);
    if (becomes === undefined || !unlabelled || !isEmotion(becomes)) return [];
    const subject = unlabelled.subject ?? nobodysSubject(image.dir, image.path);
    return [{ ...image, ...unlabelled, subject, emotion: becomes, votes: null }];
  });
}
