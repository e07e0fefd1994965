import { readFileSync } from 'node:fs';
import { CLIP_FRAMES, cameraFile } from './camera-file.ts';

const START_OF_IMAGE = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * The demo clip's frames as JPEG, 15 a second, taken out of its camera file, where each stands twice.
 *
 * @throws Error when there is no camera file, or it does not hold as many images as it should.
 */
export function clipFrames(): Buffer[] {
  const film = readFileSync(cameraFile());
  const starts: number[] = [];
  for (let at = film.indexOf(START_OF_IMAGE); at >= 0; at = film.indexOf(START_OF_IMAGE, at + 1)) starts.push(at);
  if (starts.length !== 2 * CLIP_FRAMES) {
    throw new Error(`a camera file of ${2 * CLIP_FRAMES} images was expected; found ${starts.length}`);
  }
  return Array.from({ length: CLIP_FRAMES }, (_, frame) => film.subarray(starts[2 * frame]!, starts[2 * frame + 1]!));
}
