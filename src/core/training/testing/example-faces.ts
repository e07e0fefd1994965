import { CROP_PX, type FaceSet, type Group, votesForLabels } from '../../dataset/faces/face-set.ts';
import { randomAt } from '../views/random.ts';

/** For tests: how many images of an emotion, by its index in EMOTIONS. */
interface ExampleGroup {
  readonly group: Group;
  readonly imagesByEmotion: readonly number[];
}

/**
 * Drawn faces for tests: each emotion is a bar at its own angle over noise, so that a tiny net can tell them apart.
 * Four images a subject.
 */
export function exampleFaces(groups: readonly ExampleGroup[], seed: number): FaceSet {
  const entries = groups.flatMap(({ group, imagesByEmotion }) =>
    imagesByEmotion.flatMap((count, emotion) => Array.from({ length: count }, () => ({ group, emotion }))),
  );
  const crops = new Uint8Array(entries.length * CROP_PX * CROP_PX);
  for (const [i, { emotion }] of entries.entries()) drawBar(crops.subarray(i * CROP_PX * CROP_PX), emotion, seed + i);
  const emotion = Int8Array.from(entries, (each) => each.emotion);
  return {
    count: entries.length,
    cropPx: CROP_PX,
    crops,
    emotion,
    votes: votesForLabels(emotion),
    group: entries.map(({ group }) => group),
    subject: entries.map(({ group }, i) => `${group}-${Math.floor(i / 4)}`),
    ageYears: entries.map(({ group }) => (group === 'child' ? 7 : 40)),
    path: entries.map((_, i) => `${i}.jpg`),
  };
}

function drawBar(crop: Uint8Array, emotion: number, seed: number): void {
  const random = randomAt(seed, 99);
  const angle = (emotion * Math.PI) / 7;
  const centre = (CROP_PX - 1) / 2;
  for (let y = 0; y < CROP_PX; y++) {
    for (let x = 0; x < CROP_PX; x++) {
      const distance = Math.abs((x - centre) * Math.sin(angle) - (y - centre) * Math.cos(angle));
      crop[y * CROP_PX + x] = (distance < 6 ? 160 : 60) + random.integer(40);
    }
  }
}
