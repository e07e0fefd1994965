import { createHash } from 'node:crypto';
import type { ImageRecord } from './dataset.ts';
import { readImageBytes } from './faces/image-bytes.node.ts';

/**
 * What a set of images is, and what each is said to show: SHA-256, in hexadecimal. It stays the same when images are
 * moved or named otherwise, and changes with an image that is added, missing, altered or labelled anew.
 */
export async function imagesHash(
  images: readonly Pick<ImageRecord, 'dir' | 'path' | 'source' | 'emotion'>[],
): Promise<string> {
  const lines: string[] = [];
  for (const image of images) {
    const read = await readImageBytes(image);
    // One that cannot be read counts as one, so that a file put back is noticed as well.
    const content = read.kind === 'bytes' ? createHash('sha256').update(read.bytes).digest('hex') : 'unreadable';
    lines.push(`${content} ${image.emotion}`);
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
