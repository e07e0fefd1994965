import { expect, test } from 'vitest';
import { frameWay, frameWays } from './frame-way.ts';

const HAS = class {};
const FRAMES = { VideoFrame: HAS, OffscreenCanvas: HAS };
const ELEMENT = { prototype: { requestVideoFrameCallback: () => 0 } };

test('Chromium reads the track itself, Firefox and Safari what a video element shows', () => {
  expect(frameWay({ ...FRAMES, MediaStreamTrackProcessor: HAS, HTMLVideoElement: ELEMENT })).toBe('track');
  expect(frameWay({ ...FRAMES, HTMLVideoElement: ELEMENT })).toBe('video');
});

test('Chromium has the other way as well, for a camera whose track gives nothing', () => {
  expect(frameWays({ ...FRAMES, MediaStreamTrackProcessor: HAS, HTMLVideoElement: ELEMENT })).toEqual([
    'track',
    'video',
  ]);
  expect(frameWays({ ...FRAMES, HTMLVideoElement: ELEMENT })).toEqual(['video']);
});

test('a browser of before, which lacks one of what it takes, has no way', () => {
  expect(frameWay({ ...FRAMES, HTMLVideoElement: { prototype: {} } })).toBeNull();
  expect(frameWay({ OffscreenCanvas: HAS, HTMLVideoElement: ELEMENT })).toBeNull();
  expect(frameWay({ VideoFrame: HAS, MediaStreamTrackProcessor: HAS })).toBeNull();
  expect(frameWay({})).toBeNull();
});
