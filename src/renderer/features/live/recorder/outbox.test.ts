import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../../core/emotion/sample.ts';
import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import { type Batch, Outbox } from './outbox.ts';

function sampleAt(atMs: number): Sample {
  return {
    atMs,
    probabilities: [0, 0, 0, 1, 0, 0, 0],
    emotion: 'happiness',
    box: { xPx: 1, yPx: 2, widthPx: 3, heightPx: 4 },
    quality: { brightness: 0.5, sharpness: 9, eyeDistancePx: 60, yawDeg: 0 },
  };
}

/** A store that keeps batches by number, and can be out of reach or lose its answer. */
function fakeStore() {
  const stored = new Map<number, Batch>();
  const state = { reachable: true, answers: true, calls: 0 };
  const send = async (batch: Batch) => {
    state.calls++;
    if (!state.reachable) throw new FailureError(failure('window.unreachable'));
    if (!stored.has(batch.batch)) stored.set(batch.batch, structuredClone(batch));
    if (!state.answers) throw new FailureError(failure('window.connection-lost'));
  };
  const times = () => [...stored.values()].flatMap((batch) => batch.samples.map((sample) => sample.atMs));
  return { state, send, stored, times };
}

/** Runs what is due, with readings at 15 a second, from one time to another. */
async function record(outbox: Outbox, fromMs: number, toMs: number): Promise<number[]> {
  const seen: number[] = [];
  for (let atMs = fromMs; atMs < toMs; atMs += 66) {
    if (outbox.addSample(sampleAt(atMs))) seen.push(atMs);
    outbox.pump(atMs);
    await settle();
  }
  return seen;
}

/** Lets the promises of a send under way run to their end. */
const settle = () => new Promise(setImmediate);

describe('Outbox', () => {
  test('sends everything in order, in batches at most twice a second, numbered without a hole', async () => {
    const store = fakeStore();
    const outbox = new Outbox(store.send);
    const seen = await record(outbox, 0, 10_000);
    expect(await outbox.flush(10_000)).toBe(true);
    expect(store.times()).toEqual(seen);
    expect([...store.stored.keys()]).toEqual([...store.stored.keys()].map((_, i) => i));
    expect(store.state.calls).toBeLessThanOrEqual(22);
    expect(outbox.isEmpty).toBe(true);
  });

  test('a short disconnection loses nothing and repeats nothing', async () => {
    const store = fakeStore();
    const outbox = new Outbox(store.send);
    const seen = await record(outbox, 0, 2000);
    store.state.reachable = false;
    seen.push(...(await record(outbox, 2000, 8000)));
    expect(outbox.status).toMatchObject({ problem: failure('window.unreachable') });
    expect(outbox.status.problemSinceMs).toBeLessThan(2700);
    expect(outbox.status.waiting).toBeGreaterThan(80);
    store.state.reachable = true;
    seen.push(...(await record(outbox, 8000, 14_000)));
    expect(await outbox.flush(14_000)).toBe(true);
    expect(store.times()).toEqual(seen);
    expect(outbox.status).toEqual({ waiting: 0, problem: null, isRefused: false, problemSinceMs: null });
  });

  test('a batch whose answer was lost is sent again under its number, unchanged', async () => {
    const store = fakeStore();
    const sent: Batch[] = [];
    const outbox = new Outbox((batch) => {
      sent.push(structuredClone(batch));
      return store.send(batch);
    });
    store.state.answers = false;
    const seen = await record(outbox, 0, 1500);
    store.state.answers = true;
    seen.push(...(await record(outbox, 1500, 4000)));
    await outbox.flush(4000);
    expect(sent[1]).toEqual(sent[0]);
    expect(store.times()).toEqual(seen);
  });

  test('tries a store out of reach ever more slowly, to every five seconds', async () => {
    const store = fakeStore();
    const outbox = new Outbox(store.send);
    store.state.reachable = false;
    await record(outbox, 0, 60_000);
    expect(store.state.calls).toBeLessThan(18);
    expect(store.state.calls).toBeGreaterThan(11);
  });

  test('closes a batch half a second after the one before, not earlier', async () => {
    const sentAtMs: number[] = [];
    const outbox = new Outbox(async ({ atMs }) => sentAtMs.push(atMs));
    for (const atMs of [0, 499, 500, 900, 999, 1000]) {
      outbox.addSample(sampleAt(atMs));
      outbox.pump(atMs);
      await settle();
    }
    expect(sentAtMs).toEqual([0, 500, 1000]);
    outbox.pump(2000);
    expect(outbox.isEmpty, 'nothing was added since').toBe(true);
    expect(sentAtMs).toHaveLength(3);
  });

  test('waits 0.5, 1, 2, 4 and then 5 seconds between tries, and begins anew after a success', async () => {
    const problem = failure('window.unreachable');
    const triedAtMs: number[] = [];
    let nowMs = 0;
    let reachable = false;
    const outbox = new Outbox(async () => {
      triedAtMs.push(nowMs);
      if (!reachable) throw new FailureError(problem);
    });
    const runTo = async (toMs: number) => {
      for (; nowMs <= toMs; nowMs += 50) {
        outbox.pump(nowMs);
        await settle();
      }
    };
    outbox.addSample(sampleAt(0));
    await runTo(20_000);
    expect(triedAtMs).toEqual([0, 500, 1500, 3500, 7500, 12_500, 17_500]);
    expect(outbox.status).toEqual({ waiting: 1, problem, isRefused: false, problemSinceMs: 0 });
    reachable = true;
    await runTo(22_500);
    expect(outbox.status).toEqual({ waiting: 0, problem: null, isRefused: false, problemSinceMs: null });
    reachable = false;
    outbox.addSample(sampleAt(1));
    triedAtMs.length = 0;
    await runTo(24_500);
    expect(triedAtMs).toEqual([22_550, 23_050, 24_050]);
    expect(outbox.status).toMatchObject({ waiting: 1, problemSinceMs: 22_550 });
  });

  test('a store is slow when it has not answered for more than three seconds', () => {
    const outbox = new Outbox(() => new Promise(() => {}));
    outbox.addSample(sampleAt(0));
    outbox.pump(1000);
    outbox.pump(4000);
    expect(outbox.status.problem).toBeNull();
    outbox.pump(4001);
    expect(outbox.status).toEqual({
      waiting: 1,
      problem: failure('window.no-answer'),
      isRefused: false,
      problemSinceMs: 1000,
    });
  });

  test('a gap or a picture alone is sent as well', async () => {
    for (const add of [
      (outbox: Outbox) => outbox.addGaps([{ fromMs: 0, toMs: 400, reason: 'blurred' }]),
      (outbox: Outbox) => outbox.addCrop({ atMs: 0, grey: new Uint8Array(3600) }),
    ]) {
      const store = fakeStore();
      const outbox = new Outbox(store.send);
      expect(outbox.isEmpty).toBe(true);
      add(outbox);
      expect(outbox.isEmpty).toBe(false);
      outbox.pump(0);
      await settle();
      expect(store.stored.size).toBe(1);
      expect(outbox.isEmpty).toBe(true);
    }
  });

  test('a store that does not answer is said so, and its late answer counts', async () => {
    const store = fakeStore();
    const late = Promise.withResolvers<void>();
    const outbox = new Outbox(async (batch) => {
      await late.promise;
      return store.send(batch);
    });
    const seen = await record(outbox, 0, 2900);
    expect(outbox.status.problem).toBeNull();
    seen.push(...(await record(outbox, 2900, 6000)));
    expect(outbox.status).toMatchObject({ problem: failure('window.no-answer'), problemSinceMs: 0 });
    late.resolve();
    await settle();
    expect(outbox.status.problem).toBeNull();
    expect(await outbox.flush(6000)).toBe(true);
    expect(store.times()).toEqual(seen);
  });

  test('what waits is bounded: new readings are refused, the old stay', async () => {
    const outbox = new Outbox(async () => {
      throw new FailureError(failure('window.unreachable'));
    });
    let taken = 0;
    while (outbox.addSample(sampleAt(taken))) taken++;
    expect(taken).toBe(36_000);
    expect(outbox.status.waiting).toBe(36_000);
    expect(await outbox.flush(1)).toBe(false);
    expect(outbox.status.waiting).toBe(36_000);
  });

  test('no call carries more than the contract takes', async () => {
    const store = fakeStore();
    const outbox = new Outbox(store.send);
    for (let i = 0; i < 2500; i++) outbox.addSample(sampleAt(i));
    for (let i = 0; i < 1001; i++) outbox.addGaps([{ fromMs: i, toMs: i + 1, reason: 'blurred' }]);
    expect(await outbox.flush(3000)).toBe(true);
    const batches = [...store.stored.values()];
    expect(batches.map((batch) => batch.samples.length)).toEqual([1000, 1000, 500]);
    expect(batches.map((batch) => batch.gaps.length)).toEqual([1000, 1, 0]);
  });

  test('a copy of what waits is what is sent later, in the same batches and once', async () => {
    const store = fakeStore();
    const outbox = new Outbox(store.send);
    store.state.reachable = false;
    for (let i = 0; i < 2500; i++) outbox.addSample(sampleAt(i));
    outbox.pump(0);
    await settle();
    const copy = structuredClone(outbox.copy(3000));
    expect(copy.map(({ batch, samples }) => [batch, samples.length])).toEqual([
      [0, 1000],
      [1, 1000],
      [2, 500],
    ]);
    expect(outbox.status.waiting).toBe(2500);
    expect(outbox.copy(3100)).toEqual(copy);
    outbox.addSample(sampleAt(3200));
    store.state.reachable = true;
    expect(await outbox.flush(3300)).toBe(true);
    expect([...store.stored.values()].slice(0, 3)).toEqual(copy);
    expect(store.times()).toEqual([...Array.from({ length: 2500 }, (_, i) => i), 3200]);
  });

  test('what is kept aside on a full disk is said, is not sent again and does not hold up the end', async () => {
    const answers = [{ stored: 1, isKeptAside: true }, { stored: 1, isKeptAside: true }, { stored: 1 }];
    const sent: number[] = [];
    const outbox = new Outbox(async ({ batch }) => {
      sent.push(batch);
      return answers.shift();
    });
    const send = async (atMs: number) => {
      outbox.addSample(sampleAt(atMs));
      outbox.pump(atMs);
      await settle();
      return outbox.status;
    };
    const told = { waiting: 0, problem: failure('window.kept-aside'), problemSinceMs: 0 };
    expect(await send(0)).toMatchObject(told);
    outbox.addSample(sampleAt(500));
    expect(await outbox.flush(500)).toBe(true);
    expect(outbox.status).toMatchObject(told);
    expect(await send(1000)).toMatchObject({ problem: null, problemSinceMs: null });
    expect(sent).toEqual([0, 1, 2]);
  });

  test('pictures go at most 60 to a batch, and too many that wait cost no reading', async () => {
    const sent: Batch[] = [];
    const outbox = new Outbox(async (batch) => {
      sent.push(batch);
    });
    for (let i = 0; i < 1500; i++) outbox.addCrop({ atMs: 2000 * i, grey: new Uint8Array(3600) });
    expect(await outbox.flush(3_000_000)).toBe(true);
    expect(sent.map(({ crops }) => crops.length)).toEqual(Array(20).fill(60));
    expect(outbox.isEmpty).toBe(true);
  });
});
