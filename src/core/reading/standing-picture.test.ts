import { expect, test } from 'vitest';
import type { Frame } from '../capture/frame.ts';
import { StandingPicture, type Standstill } from './standing-picture.ts';

const WIDTH = 200;
const HEIGHT = 100;
const PIXELS = WIDTH * HEIGHT;
const PICTURE_MS = 40;

/** A picture of one grey level, in which some pixels differ from it. */
function picture(differing: ReadonlyMap<number, number> = new Map()): Frame {
  const data = new Uint8Array(4 * PIXELS).fill(100);
  for (const [pixel, by] of differing) data[4 * pixel] = 100 + by;
  return { widthPx: WIDTH, heightPx: HEIGHT, channels: 4, data };
}

/** The first `share` of all pixels, each changed by so many grey levels. */
function changed(share: number, by: number): Frame {
  return picture(new Map(Array.from({ length: Math.round(share * PIXELS) }, (_, pixel) => [pixel, by])));
}

/** What is said of each of the pictures, 25 a second. */
function watch(seconds: number, pictureAt: (index: number) => Frame): Standstill[] {
  const watcher = new StandingPicture();
  return Array.from({ length: (seconds * 1000) / PICTURE_MS }, (_, i) => watcher.see(pictureAt(i), i * PICTURE_MS));
}

/** What is said from two and a half seconds on, once each. */
const settled = (said: readonly Standstill[]) => [...new Set(said.slice(2500 / PICTURE_MS + 1))];

test('a picture without a changed pixel stands still after two and a half seconds, and until one changes', () => {
  const said = watch(7, (i) => (i < 100 ? picture() : picture(new Map([[PIXELS - 1, 1]]))));
  expect(said.indexOf('exact')).toBe(Math.ceil(2500 / PICTURE_MS));
  expect(said.slice(63, 100)).toEqual(Array(37).fill('exact'));
  expect(said.slice(100).indexOf('exact')).toBe(Math.ceil(2500 / PICTURE_MS));
});

test('of three pictures a second apart the last stands still only after the time, not after a number', () => {
  const watcher = new StandingPicture();
  expect([0, 1000, 2000, 3000].map((atMs) => watcher.see(picture(), atMs))).toEqual(['none', 'none', 'none', 'exact']);
});

test('a still that is refined from picture to picture, and trembles at its key frames, stands still', () => {
  const refined = (i: number) => changed(0.3, i % 9);
  expect(settled(watch(6, refined))).toEqual(['coded']);
  const keyFrame = 25;
  const trembling = (i: number) => (i % keyFrame === 0 ? changed(0.0009, 40) : changed(0.02, 5 + (i % 2)));
  expect(settled(watch(6, trembling))).toEqual(['coded']);
});

test('a small face that moves does not stand still', () => {
  // A fiftieth of the picture, of which a tenth changes for good every second.
  const moving = (i: number) => changed(0.002 * Math.floor(i / 25), 60);
  expect(settled(watch(6, moving))).toEqual(['none']);
});

test('the noise of a sensor is no standing picture, nor when each picture is handed out twice', () => {
  const noise = (i: number) =>
    picture(
      new Map([
        [(i * 7919) % PIXELS, 9],
        [(i * 104_729) % PIXELS, -9],
      ]),
    );
  expect(settled(watch(6, noise))).toEqual(['none']);
  expect(settled(watch(6, (i) => noise(Math.floor(i / 2))))).toEqual(['none']);
});

test('a picture of another size is another picture', () => {
  const watcher = new StandingPicture();
  watcher.see(picture(), 0);
  const other: Frame = { widthPx: HEIGHT, heightPx: WIDTH, channels: 4, data: picture().data };
  expect(watcher.see(other, 3000)).toBe('none');
});
