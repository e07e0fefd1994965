import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../engine/wasm.node.ts';
import type { Checkpoint } from '../checkpoint.ts';
import type { LogRecord, ValFigures } from '../log-record.ts';
import { type PauseSwitch, pauseSwitch } from '../pause.ts';
import type { Stage } from '../stages.ts';
import { TINY_CONFIG, TINY_DATA } from '../testing/tiny-run.ts';
import { withinTime } from '../time-budget.ts';
import { type TrainingOptions, train } from '../trainer.ts';
import { trainingConfig } from '../training-config.ts';
import { isBetter, isOver } from './judge-on-val.ts';
import type { MeasureVal } from './val-figures.ts';

const at = (value: number, loss: number) => ({ loss, balancedAccuracy: { value, low: 0, high: 1 } });

describe('weights are kept', () => {
  it('for the least loss on val, where nothing else is asked', () => {
    expect(isBetter(at(0.1, 0.9), null, null)).toBe(true);
    expect(isBetter(at(0.1, 0.8), { valLoss: 0.9 }, null)).toBe(true);
    expect(isBetter(at(0.9, 0.9), { valLoss: 0.9 }, null)).toBe(false);
  });

  it('above a floor only: above its balanced accuracy, or level with it and with less loss', () => {
    const floor = at(0.5, 1);
    expect(isBetter(at(0.49, 0.1), null, floor)).toBe(false);
    expect(isBetter(at(0.5, 1), null, floor)).toBe(false);
    expect(isBetter(at(0.5, 0.99), null, floor)).toBe(true);
    expect(isBetter(at(0.51, 1.5), null, floor)).toBe(true);
    expect(isBetter(at(0.9, 1.6), { valLoss: 1.5 }, floor)).toBe(false);
  });

  it('and a part that finds none ends as one that has found none for long', () => {
    const stage = { stopsEarly: true, sampler: { stepsPerEpoch: 10 } } as Stage;
    const optimiser = (step: number) => ({ step }) as never;
    expect(isOver(stage, { optimiser: optimiser(49), best: null }, { patienceEpochs: 5 })).toBe(false);
    expect(isOver(stage, { optimiser: optimiser(50), best: null }, { patienceEpochs: 5 })).toBe(true);
    expect(isOver(stage, { optimiser: optimiser(59), best: null }, { patienceEpochs: 5, leastSteps: 60 })).toBe(false);
    expect(isOver(stage, { optimiser: optimiser(60), best: null }, { patienceEpochs: 5, leastSteps: 60 })).toBe(true);
  });
});

const CONFIG = trainingConfig({ ...TINY_CONFIG, learner: 'cross-entropy', crossEntropyWeight: 0, maxSteps: 4 });
const IDENTITY = { splitHash: 'split', engine: 'wasm' };

interface Run {
  readonly records: LogRecord[];
  readonly checkpoints: Checkpoint[];
}

async function run(
  config = CONFIG,
  options: Partial<TrainingOptions> = {},
  told: Run = { records: [], checkpoints: [] },
) {
  const running = train(config, TINY_DATA, {
    signal: new AbortController().signal,
    checkpoint: null,
    saveCheckpoint: (each) => void told.checkpoints.push(structuredClone(each)),
    now: () => 100 * told.records.length,
    identity: IDENTITY,
    ...options,
  });
  for (;;) {
    const { done, value } = await running.next();
    if (done) return { net: value, ...told };
    told.records.push(value);
  }
}

const texts = ({ records }: Run) =>
  records.flatMap((each) => (each.kind === 'stage' || each.kind === 'warning' ? [each.message] : [])).join('\n');

beforeAll(async () => {
  await startWasm();
});

/** Balanced accuracies that are read off one after the other. */
function measured(values: readonly number[]): MeasureVal {
  const left = [...values];
  return () => ({ value: left.shift() ?? 0, low: 0, high: 1 });
}

describe('a run', () => {
  const fromModel = { ...CONFIG, startFrom: { id: 'base', weightsSha256: 'ab' }, learningRate: 1e-3 };
  const floor: ValFigures = { ...at(0.6, 1e-9), images: 12, subjects: 12 };

  it('that reads val no better than its start ends without weights, and says by what', async () => {
    const { net: start } = await run();
    const config = trainingConfig({ ...fromModel, valFloor: 'start', maxSteps: 4 });
    const none = run(config, { start, floor, measureVal: measured([0.5, 0.6, 0.55]) });
    await expect(none).rejects.toMatchObject({
      reason: 'training.no-better-than-start',
      values: { model: 'base', value: 0.6, highest: 0.6, looks: 3, images: 12 },
    });
    const { net, records } = await run(config, { start, floor, measureVal: measured([0.5, 0.7, 0.9]) });
    expect(net.valLosses.map(({ balancedAccuracy }) => balancedAccuracy)).toEqual([0.5, 0.7, 0.9]);
    const looks = records.flatMap((each) => (each.kind === 'val' ? [each] : []));
    expect(looks.map(({ epoch, step }) => [epoch, step])).toEqual([
      [0, 0],
      [1, 2],
      [2, 4],
    ]);
    expect(looks[1]).toMatchObject({ isBest: true, images: 12, balancedAccuracy: { value: 0.7 } });
    await expect(run(config, { start })).rejects.toThrow('a floor on val was expected');
  });

  it('goes on at half the rate where its loss is no number, and ends where that does not help', async () => {
    const whole = await run();
    const broken = { ...whole.checkpoints[0]!, weights: whole.checkpoints[0]!.weights.map(() => Number.NaN) };
    const told: Run = { records: [], checkpoints: [] };
    await expect(run(CONFIG, { checkpoint: broken }, told)).rejects.toMatchObject({ code: 'loss-not-finite' });
    expect(texts(told)).toMatch(/going on from step 2 with 50 %[\s\S]*with 25 %/);
    expect(told.checkpoints.map(({ rateFactor }) => rateFactor)).toEqual([0.5, 0.25]);
    const { records } = await run(CONFIG, { checkpoint: { ...whole.checkpoints[0]!, rateFactor: 0.5 } });
    const rates = (all: readonly LogRecord[]) =>
      all.flatMap((each) => (each.kind === 'step' ? [each.learningRate] : []));
    expect(rates(records)).toEqual(
      rates(whole.records)
        .slice(2)
        .map((rate) => rate / 2),
    );
  });

  it('waits with a checkpoint while it is asked to, and makes the same weights', async () => {
    const whole = await run();
    const told: Run = { records: [], checkpoints: [] };
    const pause: PauseSwitch = pauseSwitch(new Promise(() => {}));
    pause.set(['session']);
    const waiting = run(CONFIG, { pause }, told);
    await expect.poll(() => texts(told)).toContain('Waiting while a session runs');
    expect(told.checkpoints.map(({ step }) => step)).toEqual([0]);
    pause.set([]);
    expect((await waiting).net).toEqual(whole.net);
  });

  it('stops where it waits', async () => {
    const stop = new AbortController();
    const stopped = new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
    const pause = pauseSwitch(stopped);
    pause.set(['person']);
    const told: Run = { records: [], checkpoints: [] };
    const waiting = run(CONFIG, { pause, signal: stop.signal }, told);
    await expect.poll(() => texts(told)).toContain('Paused');
    stop.abort(new Error('stopped by staff'));
    await expect(waiting).rejects.toThrow('stopped by staff');
  });

  it('ends when its time is up, with a net, and to the same bits when it is resumed', async () => {
    const whole = await run(CONFIG, { budgetMs: 300 });
    expect(texts(whole)).toContain('The time is up after');
    const steps = whole.records.filter(({ kind }) => kind === 'step').length;
    expect(steps).toBeLessThan(4);
    expect(whole.net.history.length).toBeGreaterThan(0);
    const resumed = await run(CONFIG, { budgetMs: 300, checkpoint: whole.checkpoints.at(-1)! });
    expect(resumed.net).toEqual(whole.net);
  });

  it('has as many steps as its time allows', async () => {
    let ms = 0;
    const gradient = () => {
      ms += 50;
      return Promise.resolve({} as never);
    };
    const plan = withinTime(CONFIG, TINY_DATA, { budgetMs: 60_000, gradient, start: null, now: () => ms });
    let next = await plan.next();
    while (!next.done) next = await plan.next();
    expect(next.value.maxSteps).toBe(4);
    const open = withinTime({ ...CONFIG, maxSteps: null }, TINY_DATA, {
      budgetMs: 60_000,
      gradient,
      start: null,
      now: () => ms,
    });
    next = await open.next();
    while (!next.done) next = await open.next();
    expect(next.value.maxSteps).toBe(1020);
  });
});
