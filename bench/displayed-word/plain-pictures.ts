import type { ImageRecord } from '../../src/core/dataset/dataset.ts';
import { abstain } from '../../src/core/inference/abstain.ts';
import type { DisplayOptions } from '../../src/renderer/features/live/readout/displayed-reading.ts';
import type { KeptReadings } from './kept-readings.ts';
import { readFilm } from './read-film.ts';

const SHOWN_MS = 400;

/**
 * The pictures whose emotion every reading of a short film of nothing else names surely. On films of these the readings
 * are right nearly always, so that what is left is the word's own doing.
 *
 * @returns Null when the time to read them is over.
 * @param emotionsAtLeast A child with plain pictures of fewer emotions has none: its film would have nothing to change to.
 */
export async function plainPictures(
  pictures: readonly ImageRecord[],
  reading: Parameters<typeof readFilm>[2],
  { threshold }: Pick<DisplayOptions, 'threshold'>,
  kept: KeptReadings,
  emotionsAtLeast = 2,
): Promise<ImageRecord[] | null> {
  const plain: ImageRecord[] = [];
  for (const [picture, { emotion }] of pictures.entries()) {
    const alone = [{ emotion, picture, fromMs: 0, toMs: SHOWN_MS }];
    const read = await kept.of(`alone-${reading.seed}-${picture}`, () => readFilm(alone, pictures, reading));
    if (!read) return null;
    if (read.every(({ sample }) => sample && abstain(sample.probabilities, threshold).emotion === emotion)) {
      plain.push(pictures[picture]!);
    }
  }
  return new Set(plain.map(({ emotion }) => emotion)).size < emotionsAtLeast ? [] : plain;
}
