import { spawnSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobSource } from 'mediabunny';
import { afterAll, describe, expect, test } from 'vitest';
import { openFilm } from './film.node.ts';
import { openVideoFile } from './open-video-file.ts';
import { hasDecoder } from './testing/has-decoder.node.ts';

/** Films as other cameras write them are made by ffmpeg, of a test card. */
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
if (!hasFfmpeg) console.log('skipped: films of other kinds are made by ffmpeg, which is not installed');

const dir = mkdtempSync(join(tmpdir(), 'faceward-films-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function filmOf(name: string, coding: readonly string[]): Promise<Blob> {
  const path = join(dir, name);
  const card = ['-f', 'lavfi', '-i', 'testsrc=size=720x576:rate=25:duration=0.4'];
  const made = spawnSync('ffmpeg', ['-loglevel', 'error', '-y', ...card, '-pix_fmt', 'yuv420p', ...coding, path]);
  if (made.status !== 0) throw new Error(`ffmpeg made no ${name}: ${made.stderr}`);
  return await openAsBlob(path);
}

describe.runIf(hasFfmpeg && hasDecoder)('a film of a camera is read', { timeout: 60_000 }, () => {
  test.each([
    ['camcorder.mts', ['-c:v', 'libx264', '-f', 'mpegts', '-mpegts_m2ts_mode', '1']],
    ['camcorder.ts', ['-c:v', 'libx264']],
    ['phone.mov', ['-c:v', 'libx264']],
    ['screen.mkv', ['-c:v', 'libx264']],
    ['browser.webm', ['-c:v', 'libvpx']],
    ['newer.webm', ['-c:v', 'libvpx-vp9']],
  ])('%s', async (name, coding) => {
    await filmOf(name, coding);
    const film = await openFilm(join(dir, name));
    let pictures = 0;
    for await (const { frame } of film.pictures()) {
      expect(frame).toMatchObject({ widthPx: 640, heightPx: 512 });
      pictures++;
    }
    expect(pictures).toBe(10);
  });
});

describe.runIf(hasFfmpeg)('a film that cannot be read is named by what it is', { timeout: 60_000 }, () => {
  test.each([
    ['mpeg2.mpg', ['-c:v', 'mpeg2video'], 'MPEG program stream (MPG, VOB)'],
    ['mpeg2.mxf', ['-c:v', 'mpeg2video'], 'MXF'],
    ['mjpeg.avi', ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p'], 'AVI'],
    ['h264.avi', ['-c:v', 'libx264'], 'AVI'],
    ['tape.dv', ['-c:v', 'dvvideo'], 'DV'],
    ['windows.wmv', ['-c:v', 'wmv2'], 'Windows Media (WMV, ASF)'],
    ['flash.flv', ['-c:v', 'flv'], 'Flash Video (FLV)'],
  ])('%s, by its container', async (name, coding, container) => {
    const film = await filmOf(name, coding);
    await expect(openVideoFile(film, new BlobSource(film))).rejects.toMatchObject({
      problem: 'other-container',
      codec: container,
    });
  });

  test.each([
    ['mpeg2.ts', ['-c:v', 'mpeg2video'], 'MPEG-2'],
    ['prores.mov', ['-c:v', 'prores_ks', '-pix_fmt', 'yuv422p10le'], 'Apple ProRes'],
    ['mjpeg.mov', ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p'], 'motion JPEG'],
    ['mpeg4.mp4', ['-c:v', 'mpeg4'], 'MPEG-4 Visual'],
  ])('%s, by how its pictures are coded', async (name, coding, codec) => {
    const film = await filmOf(name, coding);
    await expect(openVideoFile(film, new BlobSource(film))).rejects.toMatchObject({ problem: 'cannot-decode', codec });
  });
});

test('what is no film is not said to be one', async () => {
  const text = new Blob(['RIFF is the name of a container, and this is text; '.repeat(4)]);
  await expect(openVideoFile(text, new BlobSource(text))).rejects.toMatchObject({ problem: 'not-a-video' });
});
