import type { Frame } from '../../src/core/capture/frame.ts';
import type { ImageRecord } from '../../src/core/dataset/dataset.ts';
import { randomAt } from '../../src/core/training/views/random.ts';
import { pixelsOf } from '../quality/portraits.ts';
import { sceneOf } from '../quality/scene.ts';
import type { Stretch } from './film-script.ts';

export const FRAMES_PER_SECOND = 15;

/** How long one expression takes to give way to the next; the later one counts from the middle of it. */
export const CHANGE_MS = 260;

/** A child that sits does not sit still: how far its head wanders to either side and up and down, in pixels. */
const WANDER_PX = 14;
/** How far the room's light goes up and down. */
const LIGHT = 0.1;

/** Noise of a small sensor, in grey levels (standard deviation). */
const SENSOR_NOISE = 3;
/** Noise drawn once and used from another place for every frame: drawing a million normal numbers a frame took longer than reading it. */
const NOISE_LENGTH = 1_048_573;

/** The frames of a film, one at a time: the child's pictures one after the other, wandering, in changing light, with a sensor's noise. */
export async function* composeFilm(
  script: readonly Stretch[],
  pictures: readonly ImageRecord[],
  seed: number,
  framesPerSecond = FRAMES_PER_SECOND,
): AsyncGenerator<{ frame: Frame; atMs: number }> {
  const random = randomAt(seed, 2);
  const [phaseX, phaseY, phaseLight] = [random.uniform(), random.uniform(), random.uniform()].map(
    (share) => 2 * Math.PI * share,
  ) as [number, number, number];
  const noise = Float32Array.from({ length: NOISE_LENGTH }, () => SENSOR_NOISE * random.normal());
  const scenes = new Map<number, Frame>();
  for (const { picture } of script) {
    if (!scenes.has(picture)) scenes.set(picture, await sceneOf(await pixelsOf(pictures[picture]!)));
  }
  const lengthMs = script.at(-1)!.toMs;
  for (let index = 0; (index * 1000) / framesPerSecond < lengthMs; index++) {
    const atMs = (index * 1000) / framesPerSecond;
    const seconds = atMs / 1000;
    const face = blended(script, scenes, atMs);
    const moved = shifted(
      face,
      Math.round(WANDER_PX * Math.sin(0.9 * seconds + phaseX)),
      Math.round(WANDER_PX * Math.sin(0.6 * seconds + phaseY)),
    );
    const gain = 1 + LIGHT * Math.sin(0.4 * seconds + phaseLight);
    yield { frame: seenBySensor(moved, gain, noise, random.integer(NOISE_LENGTH)), atMs };
  }
}

/** What is shown at a time: one picture, or while one gives way to the next both, laid over each other. */
function blended(script: readonly Stretch[], scenes: ReadonlyMap<number, Frame>, atMs: number): Frame {
  const now = script.findIndex(({ toMs }) => atMs < toMs);
  const { picture, fromMs, toMs } = script[now]!;
  const own = scenes.get(picture)!;
  const sinceMs = atMs - fromMs;
  const leftMs = toMs - atMs;
  const other = sinceMs < CHANGE_MS / 2 ? script[now - 1] : leftMs < CHANGE_MS / 2 ? script[now + 1] : undefined;
  if (!other) return own;
  const share = 0.5 + Math.min(sinceMs, leftMs) / CHANGE_MS;
  const beside = scenes.get(other.picture)!;
  return { ...own, data: own.data.map((level, at) => Math.round(share * level + (1 - share) * beside.data[at]!)) };
}

function seenBySensor(frame: Frame, gain: number, noise: Float32Array, noiseFrom: number): Frame {
  const { data } = frame;
  const out = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at++) out[at] = data[at]! * gain + noise[(noiseFrom + at) % NOISE_LENGTH]!;
  return { ...frame, data: new Uint8Array(out.buffer) };
}

function shifted(frame: Frame, xPx: number, yPx: number): Frame {
  const { widthPx, heightPx, data } = frame;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y++) {
    const fromY = Math.max(0, Math.min(heightPx - 1, y - yPx));
    for (let x = 0; x < widthPx; x++) {
      const from = (fromY * widthPx + Math.max(0, Math.min(widthPx - 1, x - xPx))) * 3;
      const to = (y * widthPx + x) * 3;
      out[to] = data[from]!;
      out[to + 1] = data[from + 1]!;
      out[to + 2] = data[from + 2]!;
    }
  }
  return { ...frame, data: out };
}
