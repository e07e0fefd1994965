import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMovie } from './read-movie.ts';
import { withEdits } from './testing/with-edits.ts';

/** Its index comes first, its track counts 15360 a second. */
const CLIP = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../resources/demo-clip/child-session.mp4')));

test('the edit list of a film as ffmpeg writes it', async () => {
  const movie = await readMovie(new Blob([CLIP]));
  expect(movie).toMatchObject({ isWhole: true, hasIndex: true, isFragmented: false });
  expect(movie.editsOf(1)).toEqual([{ lengthSeconds: 60, fromSeconds: 2048 / 15_360, rate: 1 }]);
  expect(movie.editsOf(2)).toEqual([]);
});

test('several edits, an empty one and another speed, with the index at the end', async () => {
  const film = withEdits(CLIP, [
    { lengthMs: 1500, mediaTime: -1 },
    { lengthMs: 2000, mediaTime: 15_360 },
    { lengthMs: 4000, mediaTime: 46_080, rate: 0.5 },
  ]);
  const movie = await readMovie(new Blob([film]));
  expect(movie.isWhole).toBe(true);
  expect(movie.editsOf(1)).toEqual([
    { lengthSeconds: 1.5, fromSeconds: null, rate: 1 },
    { lengthSeconds: 2, fromSeconds: 1, rate: 1 },
    { lengthSeconds: 4, fromSeconds: 3, rate: 0.5 },
  ]);
});

test('a film that was not wholly copied, and one whose index was never written', async () => {
  expect(await readMovie(new Blob([CLIP.subarray(0, 1_000_000)]))).toMatchObject({ isWhole: false, hasIndex: true });
  const unfinished = withEdits(CLIP, []).subarray(0, CLIP.length);
  expect(await readMovie(new Blob([unfinished]))).toMatchObject({ isWhole: true, hasIndex: false });
  expect(await readMovie(new Blob([CLIP.subarray(0, 36)]))).toMatchObject({ hasIndex: false });
  const garbage = Uint8Array.from({ length: 40 }, () => 250);
  expect(await readMovie(new Blob([CLIP, garbage]))).toMatchObject({ isWhole: true, hasIndex: true });
});
