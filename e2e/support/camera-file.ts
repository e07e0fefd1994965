import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { QUIET_ARGUMENTS, SANDBOX_ARGUMENTS } from './browser.ts';

/** The clip's own rate; truth.csv has one row a frame and subject at this rate. */
export const CLIP_FRAMES_PER_SECOND = 15;
export const CLIP_FRAMES = 900;

/** Chromium plays an mjpeg camera file at this rate whatever it holds, so that each frame of the clip is written twice. */
const CAMERA_FRAMES_PER_SECOND = 30;

const CLIP = join(import.meta.dirname, '../../resources/demo-clip/child-session.mp4');
const CHUNK_FRAMES = 50;

const FILE = join(tmpdir(), 'faceward-demo-clip-camera.mjpeg');

/**
 * The demo clip as a file that Chromium plays as a camera (motion JPEG).
 *
 * @throws Error when the set-up before the specs did not make it: no browser was there.
 */
export function cameraFile(): string {
  if (!existsSync(FILE)) throw new Error('no Chromium was found to turn the clip into a camera file');
  return FILE;
}

/**
 * Makes it, by Chromium itself, so that no other video tool is needed. Once a machine; about 40 MB in the temporary
 * folder.
 */
export async function makeCameraFile(executablePath: string): Promise<void> {
  if (existsSync(FILE)) return;
  const browser = await chromium.launch({ executablePath, args: [...SANDBOX_ARGUMENTS, ...QUIET_ARGUMENTS] });
  try {
    const page = await browser.newPage();
    await page.route('http://clip.test/**', (route) =>
      route.request().url().endsWith('.mp4')
        ? route.fulfill({ body: readFileSync(CLIP), contentType: 'video/mp4', headers: { 'accept-ranges': 'bytes' } })
        : route.fulfill({ body: '<video muted></video><canvas></canvas>', contentType: 'text/html' }),
    );
    await page.goto('http://clip.test/');
    await page.evaluate(async () => {
      const video = document.querySelector('video') as HTMLVideoElement;
      const blob = await (await fetch('/clip.mp4')).blob();
      video.src = URL.createObjectURL(blob);
      await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }));
    });
    const repeat = CAMERA_FRAMES_PER_SECOND / CLIP_FRAMES_PER_SECOND;
    const frames: Buffer[] = [];
    for (let from = 0; from < CLIP_FRAMES; from += CHUNK_FRAMES) {
      const chunk = await page.evaluate(framesAsJpeg, { from, to: from + CHUNK_FRAMES, rate: CLIP_FRAMES_PER_SECOND });
      for (const jpeg of chunk) for (let copy = 0; copy < repeat; copy++) frames.push(Buffer.from(jpeg, 'base64'));
    }
    const unfinished = `${FILE}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat(frames));
    renameSync(unfinished, FILE);
  } finally {
    await browser.close();
  }
}

/** Runs in the page: frames [from, to) as base64 JPEG. */
async function framesAsJpeg({ from, to, rate }: { from: number; to: number; rate: number }): Promise<string[]> {
  const video = document.querySelector('video') as HTMLVideoElement;
  const canvas = document.querySelector('canvas') as HTMLCanvasElement;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const jpegs: string[] = [];
  for (let frame = from; frame < to; frame++) {
    const sought = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    video.currentTime = (frame + 0.5) / rate;
    await sought;
    context.drawImage(video, 0, 0);
    jpegs.push(canvas.toDataURL('image/jpeg', 0.85).split(',')[1] as string);
  }
  return jpegs;
}
