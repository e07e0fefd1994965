import { expect, test } from 'vitest';
import { NewestFrame } from './newest-frame.ts';

function cameraWith() {
  let controller!: ReadableStreamDefaultController<FakeFrame>;
  const stream = new ReadableStream<FakeFrame>({
    start(each) {
      controller = each;
    },
  });
  return { stream, controller };
}

class FakeFrame {
  readonly number: number;
  isClosed = false;
  readonly copies: FakeFrame[] = [];
  constructor(number: number) {
    this.number = number;
  }
  clone(): FakeFrame {
    const copy = new FakeFrame(this.number);
    this.copies.push(copy);
    return copy;
  }
  close(): void {
    this.isClosed = true;
  }
}

const settle = () => new Promise(setImmediate);

test('only the newest of the frames that came is read, the others are closed', async () => {
  const { stream, controller } = cameraWith();
  const newest = new NewestFrame(stream, { repeatAfterMs: null });
  const frames = [1, 2, 3].map((number) => new FakeFrame(number));
  for (const frame of frames) controller.enqueue(frame);
  await settle();
  expect((await newest.next())?.number).toBe(3);
  expect(frames.map((frame) => frame.isClosed)).toEqual([true, true, false]);
});

test('a reader that is early waits for the next frame, and hears the end', async () => {
  const { stream, controller } = cameraWith();
  const newest = new NewestFrame(stream, { repeatAfterMs: null });
  const waiting = newest.next();
  controller.enqueue(new FakeFrame(7));
  expect((await waiting)?.number).toBe(7);
  controller.close();
  expect(await newest.next()).toBeNull();
});

test('a camera that fails has ended', async () => {
  const { stream, controller } = cameraWith();
  const newest = new NewestFrame(stream, { repeatAfterMs: null });
  controller.error(new Error('unplugged'));
  expect(await newest.next()).toBeNull();
});

test('a clip hands its last picture out again, and closes what it kept', async () => {
  const { stream, controller } = cameraWith();
  const newest = new NewestFrame(stream, { repeatAfterMs: 1 });
  const first = new FakeFrame(1);
  controller.enqueue(first);
  expect(await newest.next()).toBe(first);
  expect((await newest.next())?.number).toBe(1);
  controller.enqueue(new FakeFrame(2));
  await settle();
  expect((await newest.next())?.number).toBe(2);
  controller.close();
  expect(await newest.next()).toBeNull();
  expect(first.copies[0]!.isClosed).toBe(true);
});

test('once closed it holds no frame, neither one that came nor one that still comes', async () => {
  const { stream, controller } = cameraWith();
  const newest = new NewestFrame(stream, { repeatAfterMs: 10 });
  const frames = [1, 2, 3].map((number) => new FakeFrame(number));
  controller.enqueue(frames[0]!);
  (await newest.next())!.close();
  controller.enqueue(frames[1]!);
  await settle();
  newest.close();
  controller.enqueue(frames[2]!);
  await settle();
  expect(await newest.next()).toBeNull();
  expect(frames.map((frame) => frame.isClosed)).toEqual([true, true, true]);
  expect(frames.flatMap((frame) => frame.copies).map((copy) => copy.isClosed)).toEqual([true]);
});

test('it has ended only when the camera has, not when nobody wants a frame any more', async () => {
  const { stream, controller } = cameraWith();
  const newest = new NewestFrame(stream, { repeatAfterMs: null });
  let hasEnded = false;
  void newest.streamEnded.then(() => {
    hasEnded = true;
  });
  newest.close();
  await settle();
  const late = new FakeFrame(1);
  controller.enqueue(late);
  await settle();
  expect([hasEnded, late.isClosed]).toEqual([false, true]);
  controller.close();
  await settle();
  expect(hasEnded).toBe(true);
});
