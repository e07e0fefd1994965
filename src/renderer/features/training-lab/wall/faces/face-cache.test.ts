import { expect, it, vi } from 'vitest';
import { createFaceCache, faceAt, haveSameFaces, PAGE_FACES } from './face-cache.ts';

/** A host in the test's hands: it answers when it is told. */
function host() {
  const asked: { keys: Uint32Array; answer: (ok?: boolean) => Promise<void> }[] = [];
  const fetchFaces = (keys: Uint32Array<ArrayBuffer>) =>
    new Promise<Uint8Array>((resolve, reject) => {
      asked.push({
        keys,
        async answer(ok = true) {
          const faces = new Uint8Array(keys.length * 3600);
          for (const [at, key] of keys.entries()) faces.fill(key % 256, 3600 * at, 3600 * (at + 1));
          if (ok) resolve(faces);
          else reject(new Error('gone'));
          await new Promise((done) => setImmediate(done));
        },
      });
    });
  return { asked, fetchFaces };
}

const keys = Uint32Array.from({ length: 100_000 }, (_, index) => index + 1);
const first = ({ keys: [key] }: { keys: Uint32Array }) => (key! - 1) / PAGE_FACES;

it('fetches what is looked at first, then what lies around it, two at a time', async () => {
  const { asked, fetchFaces } = host();
  const cache = createFaceCache(keys, fetchFaces, () => {});
  const told = vi.fn();
  cache.watch(told);
  cache.look(10 * PAGE_FACES, 10 * PAGE_FACES + 100);
  expect(asked.map(first)).toEqual([10, 11]);
  expect(faceAt(cache, 10 * PAGE_FACES + 5)).toBeNull();
  await asked[0]!.answer();
  expect(told).toHaveBeenCalledTimes(1);
  expect(faceAt(cache, 10 * PAGE_FACES + 5)![0]).toBe((10 * PAGE_FACES + 6) % 256);
  expect(asked.map(first)).toEqual([10, 11, 9]);
});

it('leaves out what nobody looks at any more', async () => {
  const { asked, fetchFaces } = host();
  const cache = createFaceCache(keys, fetchFaces, () => {});
  for (let page = 0; page < 300; page += 1) cache.look(page * PAGE_FACES, page * PAGE_FACES + 100);
  expect(asked).toHaveLength(2);
  await asked[0]!.answer();
  await asked[1]!.answer();
  expect(asked.slice(2).map(first)).toEqual([299, 300]);
});

it('asks at a great pace for what will be on the screen a little after it comes', async () => {
  const { asked, fetchFaces } = host();
  let atMs = 0;
  const cache = createFaceCache(
    keys,
    fetchFaces,
    () => {},
    () => atMs,
  );
  cache.look(0, 100);
  atMs = 200;
  await asked[0]!.answer();
  await asked[1]!.answer();
  const before = asked.length;
  // A page in 50 ms, and a page of faces takes 200 ms to come.
  atMs = 250;
  cache.look(PAGE_FACES, PAGE_FACES + 100);
  atMs = 300;
  cache.look(2 * PAGE_FACES, 2 * PAGE_FACES + 100);
  await asked.at(-1)!.answer();
  expect(asked.slice(before).map(first)).toContain(8);
});

it('shows something every second or so while it is scrolled faster than the host can answer', async () => {
  let atMs = 0;
  let [freeAtMs, seenAtMs, longestMs] = [0, 0, 0];
  const due: { readonly atMs: number; readonly answer: (faces: Uint8Array) => void }[] = [];
  const fetchFaces = () =>
    new Promise<Uint8Array>((answer) => {
      // One page in 300 ms, of which two go by.
      freeAtMs = Math.max(freeAtMs, atMs) + 300;
      due.push({ atMs: freeAtMs, answer });
    });
  const cache = createFaceCache(
    keys,
    fetchFaces,
    () => {},
    () => atMs,
  );
  for (; atMs < 40_000; atMs += 50) {
    while (due[0] && due[0].atMs <= atMs) due.shift()!.answer(new Uint8Array(1));
    await new Promise((done) => setImmediate(done));
    const from = Math.floor((atMs / 60_000) * 99_000);
    cache.look(from, from + 130);
    if (faceAt(cache, from) || faceAt(cache, from + 130)) seenAtMs = atMs;
    longestMs = Math.max(longestMs, atMs - seenAtMs);
  }
  expect(longestMs).toBeLessThan(1_500);
});

it('holds forty pages however far somebody scrolls', async () => {
  const { asked, fetchFaces } = host();
  const cache = createFaceCache(keys, fetchFaces, () => {});
  for (let page = 0; page < 390; page += 1) {
    cache.look(page * PAGE_FACES, page * PAGE_FACES + 100);
    for (const each of asked.splice(0)) await each.answer();
  }
  expect(cache.size()).toBeLessThanOrEqual(40);
  expect(cache.page(389)).not.toBeNull();
});

it('says what failed, asks no more by itself, and asks again with the next look', async () => {
  const { asked, fetchFaces } = host();
  const onError = vi.fn();
  const cache = createFaceCache(keys, fetchFaces, onError);
  cache.look(0, 10);
  await asked[0]!.answer(false);
  await asked[1]!.answer(false);
  expect(onError).toHaveBeenCalledTimes(2);
  expect(asked).toHaveLength(2);
  cache.look(0, 10);
  expect(asked).toHaveLength(4);
  cache.rest();
  await asked[2]!.answer();
  await asked[3]!.answer();
  expect(asked).toHaveLength(4);
});

it('is not kept for a list of the same images of which one has a face since', () => {
  const list = (...hasFace: number[]) => ({ keys: Uint32Array.of(4, 7), hasFace: Uint8Array.from(hasFace) });
  expect(haveSameFaces(list(0, 1), list(0, 1))).toBe(true);
  expect(haveSameFaces(list(0, 1), list(1, 1))).toBe(false);
  expect(haveSameFaces(list(0, 1), { ...list(0, 1), keys: Uint32Array.of(4, 8) })).toBe(false);
});
