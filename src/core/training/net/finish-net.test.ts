import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../engine/wasm.node.ts';
import { imagePools } from '../regimes/image-pools.ts';
import type { BatchSampler } from '../regimes/regime.ts';
import { exampleFaces } from '../testing/example-faces.ts';
import { type TrainingChoice, trainingConfig } from '../training-config.ts';
import { randomAt } from '../views/random.ts';
import { initialiseEncoder } from './encoder.ts';
import { fitHead, type ShownImages, withStatistics } from './finish-net.ts';

const FACES = exampleFaces(
  [
    { group: 'child', imagesByEmotion: [22, 21, 21] },
    { group: 'adult', imagesByEmotion: [22, 21, 21] },
  ],
  1,
);
const VAL = exampleFaces([{ group: 'child', imagesByEmotion: [4, 4, 4] }], 500);

function configWith(choice: Partial<TrainingChoice> = {}) {
  return trainingConfig({
    learner: 'supcon',
    regime: 'mixed',
    epochs: 1,
    seed: 1,
    classes: ['anger', 'disgust', 'fear'],
    encoder: { kind: 'resnet', inputPx: 24, stageChannels: [4, 8] },
    ...choice,
  });
}

/** A part whose batches hold these rows, each step the same; tells which steps it was asked for. */
function shown(rows: readonly number[], config = configWith()): ShownImages & { asked: number[] } {
  const pools = imagePools(FACES, config);
  const asked: number[] = [];
  const sampler: BatchSampler = {
    stepsPerEpoch: 1,
    warnings: [],
    batch(step) {
      asked.push(step);
      const classes = Int32Array.from(rows, (row) => pools.classOfRow[row]!);
      return { rows: Int32Array.from(rows), classes, images: Int32Array.from(rows.keys()) };
    },
  };
  return { faces: FACES, pools, sampler, stepsBefore: 100, asked };
}

const rowsOf = (group: string) => [...FACES.group.keys()].filter((row) => FACES.group[row] === group);

let encoder: ReturnType<typeof initialiseEncoder>;
beforeAll(async () => {
  await startWasm();
  encoder = initialiseEncoder(configWith().encoder, randomAt(1, 1));
});

describe('the statistics that a net is read with', () => {
  it('are those of the children, or of what the batches hold where both are asked for', async () => {
    const of = async (statisticsFrom: 'children' | 'both', rows: readonly number[]) => {
      const tensors = await withStatistics(configWith({ statisticsFrom }), encoder, shown(rows));
      const name = Object.keys(tensors).find((each) => each.endsWith('.norm.variance'))!;
      return [...tensors[name]!.data];
    };
    const children = await of('children', rowsOf('adult'));
    const near = (a: readonly number[], b: readonly number[]) =>
      Math.max(...a.map((each, index) => Math.abs(each - b[index]!) / Math.abs(b[index]!)));
    expect(near(await of('both', rowsOf('child')), children)).toBeLessThan(1e-5);
    expect(near(await of('both', rowsOf('adult')), children)).toBeGreaterThan(1e-4);
  });
});

describe('the head of a contrastive learner', () => {
  it("is fitted on as many views of the run's batches as asked for, drawn for steps after its last", async () => {
    const config = configWith({ headRows: 150 });
    const tensors = await withStatistics(config, encoder, shown(rowsOf('child')));
    // Batches without the third emotion: nothing that is fitted on them knows it.
    const two = [...FACES.emotion.keys()].filter((row) => FACES.emotion[row]! < 2 && FACES.group[row] === 'adult');
    const batches = shown(two, config);
    const { tensors: head } = await fitHead(config, tensors, VAL, batches);
    expect(batches.asked).toEqual([100, 101, 102, 103]);
    const bias = head['head.bias']!.data;
    const plain = await fitHead(configWith(), tensors, VAL, shown(two));
    const gapTo = (data: ArrayLike<number>) => data[2]! - Math.max(data[0]!, data[1]!);
    expect(gapTo(bias)).toBeLessThan(gapTo(plain.tensors['head.bias']!.data) - 1);
  });
});
