import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Film, type FilmPicture, openFilm } from './film.node.ts';
import { hasDecoder } from './testing/has-decoder.node.ts';
import { hevcClip } from './testing/hevc-clip.node.ts';

const CLIP = join(import.meta.dirname, '../../../resources/demo-clip/child-session.mp4');

/**
 * The clip's first two seconds as the newer iPhones record, in HEVC of 10 bits, by `ffmpeg -t 2 -i child-session.mp4
 * -pix_fmt yuv420p10le -c:v libx265 -crf 26 -preset slow -tag:v hvc1 -map_metadata -1 clip-10-bit.mp4`.
 */
const CLIP_10_BIT = join(import.meta.dirname, 'testing/clip-10-bit.mp4');

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-film-'));
});

afterAll(() => rm(dir, { recursive: true }));

async function picturesOf(film: Film, seconds: number, fromMs = 0): Promise<FilmPicture[]> {
  const pictures: FilmPicture[] = [];
  for await (const picture of film.pictures({ fromMs, toMs: fromMs + 1000 * seconds })) pictures.push(picture);
  return pictures;
}

/** Mean difference of red, green and blue, in grey levels. */
function difference(a: FilmPicture, b: FilmPicture): number {
  const [one, other] = [a.frame.data, b.frame.data];
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += Math.abs(one[at]! - other[at]!);
  return sum / (0.75 * one.length);
}

if (!hasDecoder) console.log('skipped: no decoder of video files is installed');

describe.runIf(hasDecoder)('a film is read as its pictures', () => {
  test('all of them in order, upright, with their times', async () => {
    const film = await openFilm(CLIP);
    expect(film).toMatchObject({ durationMs: 60_000 });
    const pictures = await picturesOf(film, 2);
    expect(pictures).toHaveLength(30);
    expect(pictures.map(({ atMs }) => Math.round(atMs)).slice(0, 3)).toEqual([0, 67, 133]);
    expect(pictures[0]).toMatchObject({ scale: 1, frame: { widthPx: 640, heightPx: 480, channels: 4 } });
  });

  test('a part of it, on the film’s own clock', async () => {
    const film = await openFilm(CLIP);
    const part = await picturesOf(film, 0.5, 10_000);
    expect(part[0]!.atMs).toBeCloseTo(10_000, 0);
    expect(part).toHaveLength(8);
  });

  test('HEVC of 8 bits and of 10 shows what H.264 does', async () => {
    const [plain] = await picturesOf(await openFilm(CLIP), 0.05);
    const file = join(dir, 'phone.mp4');
    await writeFile(file, await hevcClip(CLIP, 1));
    for (const path of [file, CLIP_10_BIT]) {
      const [picture] = await picturesOf(await openFilm(path), 0.05);
      expect(difference(picture!, plain!), path).toBeLessThan(3);
    }
    expect(await picturesOf(await openFilm(file), 1)).toHaveLength(15);
    expect(await picturesOf(await openFilm(CLIP_10_BIT), 2)).toHaveLength(30);
  });
});

test.runIf(hasDecoder)('what is no film is refused', async () => {
  await expect(openFilm(join(CLIP, '../truth.csv'))).rejects.toMatchObject({ problem: 'not-a-video' });
  await expect(openFilm(join(dir, 'not-there.mp4'))).rejects.toThrow();
});

test.runIf(hasDecoder).each([0, 7, 12, 31, 63, 64, 200])('a file of %d bytes is none either', async (bytes) => {
  const path = join(dir, `${bytes}.mp4`);
  await writeFile(path, new Uint8Array(bytes).fill(65));
  await expect(openFilm(path)).rejects.toMatchObject({ problem: 'not-a-video' });
});
