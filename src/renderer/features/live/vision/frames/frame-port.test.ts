import { expect, test } from 'vitest';
import { framesFrom, portOver } from './frame-port.ts';

/** Buffers stand for frames: both are handed over, and their sender holds nothing any more. */
const frame = (number: number) => new Uint8Array([number]).buffer as unknown as VideoFrame;
const numberOf = (value: unknown) => new Uint8Array(value as ArrayBuffer)[0];

function camera(frames: readonly VideoFrame[], end: 'ends' | 'fails') {
  let pulled = 0;
  const stream = new ReadableStream<VideoFrame>(
    {
      pull(controller) {
        const next = frames[pulled];
        pulled++;
        if (next) controller.enqueue(next);
        else if (end === 'ends') controller.close();
        else controller.error(new Error('unplugged'));
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, pulled: () => pulled };
}

test('frames come in order and are handed over, never more than three that nobody has taken', async () => {
  const frames = [frame(1), frame(2), frame(3), frame(4)];
  const { stream, pulled } = camera(frames, 'ends');
  const reader = framesFrom(portOver(stream)).getReader();
  for (const number of [1, 2, 3, 4]) {
    expect(numberOf((await reader.read()).value)).toBe(number);
    expect(pulled()).toBeLessThanOrEqual(number + 3);
  }
  expect((frames[0] as unknown as ArrayBuffer).byteLength).toBe(0);
  expect((await reader.read()).done).toBe(true);
});

test('none is taken from the camera before somebody is there to take it', async () => {
  const { stream, pulled } = camera([frame(1)], 'ends');
  portOver(stream);
  await new Promise((resolve) => setImmediate(resolve));
  expect(pulled()).toBe(0);
});

test('of a camera that fails the worker hears that it has ended', async () => {
  const reader = framesFrom(portOver(camera([], 'fails').stream)).getReader();
  expect((await reader.read()).done).toBe(true);
});
