import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { GapReason } from '../../src/core/emotion/gap.ts';
import { CLIP_FRAMES_PER_SECOND } from './camera-file.ts';
import { clipFrames } from './clip-frames.ts';

const SIZE = { width: 640, height: 480 } as const;

/** Frames of the clip in which the child sits there alone and in full view; played forth and back. */
const CALM_FRAMES = 60;

/** Somebody of the rendered cohort, and where she is put: beside the child. */
const VISITOR = join(import.meta.dirname, '../../resources/demo-cohort/adult/a013/neutral_1.jpg');
const VISITOR_AT = { left: 10, top: 90, widthPx: 190 } as const;

/** Another child, who takes the empty place. */
const OTHER_CHILD = join(import.meta.dirname, '../../resources/demo-cohort/child/c015/happiness_1.jpg');
const PLACE = { left: 175, top: 110, widthPx: 280 } as const;

/** A stretch of the composed clip. */
export interface Segment {
  readonly name: string;
  readonly seconds: number;
  /** What the program may say of it: 'reading', or a reason for none. */
  readonly allowed: readonly ('reading' | GapReason)[];
  compose(frame: Buffer): Sharp | Promise<Sharp>;
}

const plain = (frame: Buffer) => sharp(frame);

/**
 * What is played, over and over. Each spoilt stretch stands between two plain ones, so that a session that begins
 * anywhere shows by its readings where it began.
 */
export const SEGMENTS: readonly Segment[] = [
  { name: 'plain', seconds: 6, allowed: ['reading'], compose: plain },
  { name: 'darkness', seconds: 4, allowed: ['too-dark', 'no-face'], compose: (frame) => sharp(frame).linear(0.03) },
  { name: 'plain', seconds: 3, allowed: ['reading'], compose: plain },
  { name: 'blur', seconds: 4, allowed: ['blurred', 'no-face'], compose: (frame) => sharp(frame).blur(16) },
  { name: 'plain', seconds: 3, allowed: ['reading'], compose: plain },
  { name: 'distance', seconds: 4, allowed: ['too-far', 'no-face'], compose: (frame) => fromAfar(frame, 0.14) },
  { name: 'plain', seconds: 3, allowed: ['reading'], compose: plain },
  { name: 'hand', seconds: 4, allowed: ['covered', 'no-face'], compose: withHand },
  { name: 'plain', seconds: 3, allowed: ['reading'], compose: plain },
  { name: 'visitor', seconds: 4, allowed: ['reading'], compose: withVisitor },
  { name: 'absence', seconds: 4, allowed: ['no-face'], compose: () => emptyRoom() },
  { name: 'another child', seconds: 5, allowed: ['unsure-who', 'no-face'], compose: () => otherChild() },
];

export const COMPOSED_SECONDS = SEGMENTS.reduce((sum, { seconds }) => sum + seconds, 0);

/** What is shown at a time of the composed clip, and how long it has been and will be shown. */
export function segmentAt(clipMs: number): { segment: Segment; sinceMs: number; leftMs: number } {
  const lengthMs = COMPOSED_SECONDS * 1000;
  let restMs = ((clipMs % lengthMs) + lengthMs) % lengthMs;
  for (const segment of SEGMENTS) {
    if (restMs < segment.seconds * 1000) {
      return { segment, sinceMs: restMs, leftMs: segment.seconds * 1000 - restMs };
    }
    restMs -= segment.seconds * 1000;
  }
  throw new RangeError(`a time of the composed clip was expected; found ${clipMs} ms`);
}

const COMPOSED = cameraFileNamed(`faceward-composed-camera-noise-${COMPOSED_SECONDS}s.mjpeg`);
const HANGING = cameraFileNamed('faceward-hanging-camera.mjpeg');
const VISITED_FILE = cameraFileNamed('faceward-visited-camera.mjpeg');
const CALM = cameraFileNamed('faceward-calm-camera.mjpeg');

/**
 * The composed clip as a file that Chromium plays as a camera.
 *
 * @throws Error when the set-up before the specs did not make it: no browser was there.
 */
export const composedCameraFile = (): string => made(COMPOSED);

/** How long the camera that hangs moves, and how long it then gives one and the same picture, over and over. */
export const HANGING_CAMERA = { movesSeconds: 8, standsSeconds: 7 } as const;

/** A camera that hangs for a while; as {@link composedCameraFile}. */
export const hangingCameraFile = (): string => made(HANGING);

/** The child sits there calmly all the while; as {@link composedCameraFile}. */
export const calmCameraFile = (): string => made(CALM);

/** For so long the child of the visited camera sits there alone, and then with a visitor beside it, in turns. */
const VISITED = { aloneSeconds: 5, visitedSeconds: 5 } as const;

/** A visitor comes and goes; as {@link composedCameraFile}. */
export const visitedCameraFile = (): string => made(VISITED_FILE);

/** The visitor's face as it stands in the visited camera's picture, without its edges, and the picture of it. */
export const VISITORS_FACE = { left: 45, top: 120, width: 120, height: 130 } as const;
export const visitedPicture = async (): Promise<Buffer> => (await withVisitor(clipFrames()[0]!)).png().toBuffer();

/** Makes them from the clip's camera file; once a machine, in the temporary folder. */
export async function makeComposedCameraFiles(): Promise<void> {
  await makeOnce(COMPOSED, composed);
  await makeOnce(HANGING, hanging);
  await makeOnce(CALM, calm);
  await makeOnce(VISITED_FILE, visited);
}

async function composed(frames: readonly Buffer[]): Promise<Buffer[]> {
  const images: Buffer[] = [];
  for (const { seconds, compose } of SEGMENTS) {
    for (let i = 0; i < seconds * CLIP_FRAMES_PER_SECOND; i++) {
      const image = await compose(frames[forthAndBack(images.length / 2)]!);
      const jpeg = await image.jpeg({ quality: 85 }).toBuffer();
      // Chromium plays a motion JPEG at 30 frames a second.
      images.push(jpeg, jpeg);
    }
  }
  return images;
}

async function calm(frames: readonly Buffer[]): Promise<Buffer[]> {
  return Array.from({ length: 2 * CALM_FRAMES - 2 }, (_, i) => frames[forthAndBack(i)]!).flatMap((jpeg) => [
    jpeg,
    jpeg,
  ]);
}

async function visited(frames: readonly Buffer[]): Promise<Buffer[]> {
  const images: Buffer[] = [];
  const { aloneSeconds, visitedSeconds } = VISITED;
  for (let i = 0; i < (aloneSeconds + visitedSeconds) * CLIP_FRAMES_PER_SECOND; i++) {
    const frame = frames[forthAndBack(i)]!;
    const isAlone = i < aloneSeconds * CLIP_FRAMES_PER_SECOND;
    const jpeg = isAlone ? frame : await (await withVisitor(frame)).jpeg({ quality: 90 }).toBuffer();
    images.push(jpeg, jpeg);
  }
  return images;
}

async function hanging(frames: readonly Buffer[]): Promise<Buffer[]> {
  const { movesSeconds, standsSeconds } = HANGING_CAMERA;
  const moving = Array.from({ length: movesSeconds * CLIP_FRAMES_PER_SECOND }, (_, i) => frames[forthAndBack(i)]!);
  const standing = Array<Buffer>(standsSeconds * CLIP_FRAMES_PER_SECOND).fill(moving.at(-1)!);
  return [...moving, ...standing].flatMap((jpeg) => [jpeg, jpeg]);
}

function cameraFileNamed(name: string): string {
  return join(tmpdir(), name);
}

function made(file: string): string {
  if (!existsSync(file)) throw new Error('no Chromium was found to turn the clip into a camera file');
  return file;
}

async function makeOnce(file: string, make: (frames: readonly Buffer[]) => Promise<Buffer[]>): Promise<void> {
  if (existsSync(file)) return;
  const images = await make(clipFrames());
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat(images));
  renameSync(unfinished, file);
}

function forthAndBack(frame: number): number {
  const place = frame % (2 * CALM_FRAMES - 2);
  return place < CALM_FRAMES ? place : 2 * CALM_FRAMES - 2 - place;
}

async function fromAfar(frame: Buffer, scale: number): Promise<Sharp> {
  const [width, height] = [Math.round(SIZE.width * scale), Math.round(SIZE.height * scale)];
  const small = await sharp(frame).resize(width, height).png().toBuffer();
  const room = await emptyRoom().png().toBuffer();
  return sharp(room).composite([
    { input: small, left: Math.floor((SIZE.width - width) / 2), top: Math.floor((SIZE.height - height) / 2) },
  ]);
}

/** Four fingers over mouth and nose; the child's face in these frames lies at x 217 to 393, y 152 to 353. */
function withHand(frame: Buffer): Sharp {
  const fingers = [255, 285, 315, 345].map(
    (yPx) =>
      `<rect x="215" y="${yPx - 14}" width="175" height="31" rx="15" fill="#b98a6e" stroke="#0005" stroke-width="3"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${fingers.join('')}<ellipse cx="205" cy="305" rx="80" ry="75" fill="#b98a6e"/></svg>`;
  return sharp(frame).composite([{ input: Buffer.from(svg) }]);
}

async function withVisitor(frame: Buffer): Promise<Sharp> {
  const { left, top, widthPx } = VISITOR_AT;
  const visitor = await sharp(readFileSync(VISITOR)).resize(widthPx, widthPx).png().toBuffer();
  return sharp(frame).composite([{ input: visitor, left, top }]);
}

async function otherChild(): Promise<Sharp> {
  const { left, top, widthPx } = PLACE;
  const child = await sharp(readFileSync(OTHER_CHILD)).resize(widthPx, widthPx).png().toBuffer();
  return emptyRoom().composite([{ input: child, left, top }]);
}

function emptyRoom(): Sharp {
  // What stands still for seconds, to the last pixel, is no picture of a camera's.
  return sharp({
    create: { ...SIZE, channels: 3, background: '#8d8f8a', noise: { type: 'gaussian', mean: 141, sigma: 3 } },
  });
}
