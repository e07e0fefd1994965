/**
 * For tests: losses and gradients of single steps by TensorFlow's graphs and by single operations, in a process of its own
 * because a process computes on one engine. Writes what it found as one line of JSON.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { RecordableBackend } from '../../engine/tensorflow/graph/record-graph.ts';
import { startTensorflow } from '../../engine/tensorflow.node.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import { graphGradient } from '../graph-gradient/graph-gradient.node.ts';
import { LEARNERS, type Learner } from '../learners.ts';
import { initialiseEncoder } from '../net/encoder.ts';
import { flatten, layOut } from '../net/parameters.ts';
import { type Batch, type LossAndGradient, lossAndGradient } from '../step/gradient-step.ts';
import { type Objective, objectiveOf } from '../step/objective.ts';
import { trainingConfig } from '../training-config.ts';
import { randomAt } from '../views/random.ts';

/** What the program writes. */
export type GraphFindings =
  | { readonly kind: 'absent'; readonly reason: string }
  | {
      readonly kind: 'compared';
      /** By learner: the largest difference of loss, gradient, terms and embeddings, relative to the largest of each. */
      readonly differences: Readonly<Record<string, number>>;
      /** Whether two runs of one graph on the same numbers gave the same bits. */
      readonly repeats: boolean;
      readonly warnings: readonly string[];
      /** Tensors that were left behind. */
      readonly leftTensors: number;
      /** What was said of a step that makes numbers of its batch in JavaScript. */
      readonly frozen: { readonly warnings: readonly string[]; readonly difference: number };
      /** What was said of a kind of step that came first with a loss that is no number, and whether it was a graph afterwards. */
      readonly notFinite: {
        readonly isNumber: boolean;
        readonly warnings: readonly string[];
        readonly thenAsGraph: boolean;
      };
      /** What was said when a run's ninth kind of step came. */
      readonly tooMany: readonly string[];
    };

const ENCODER = { kind: 'resnet', inputPx: 8, stageChannels: [8, 16] } as const;

function setUp(learner: Learner, crossEntropyWeight: number) {
  const config = trainingConfig({
    ...{ learner, crossEntropyWeight, regime: 'children', epochs: 1, seed: 1, encoder: ENCODER, erasePx: [1, 3] },
  });
  const objective = objectiveOf(config);
  const random = randomAt(config.seed);
  const onTop = objective.terms.map((term) => term.initialise(random));
  const tensors = Object.assign({}, initialiseEncoder(config.encoder, random), ...onTop);
  const layout = layOut(tensors);
  // A head begins at 0, where the encoder's gradient would be 0 as well.
  const weights = flatten(layout, tensors).map((each, i) => each + 0.05 * Math.sin(i));
  return { config, objective, layout, weights };
}

function batchOf(seed: number, rows: number, classes: number): Batch {
  const random = randomAt(seed);
  const columns = Int32Array.from({ length: rows }, (_, row) => ((row >> 1) + seed) % classes);
  const targets = new Float32Array(rows * classes);
  for (const [row, column] of columns.entries()) targets[row * classes + column] = 1;
  return {
    pixels: Float32Array.from({ length: rows * ENCODER.inputPx ** 2 }, () => random.integer(256) / 255),
    classes: columns,
    images: Int32Array.from({ length: rows }, (_, row) => row >> 1),
    targets,
  };
}

function differenceOf(found: LossAndGradient, wanted: LossAndGradient): number {
  const pairs: [ArrayLike<number>, ArrayLike<number>][] = [
    [[found.loss], [wanted.loss]],
    [found.gradient, wanted.gradient],
    [Object.values(found.parts), Object.values(wanted.parts)],
    [found.embeddings ?? [], wanted.embeddings ?? []],
  ];
  return Math.max(
    ...pairs.map(([a, b]) => {
      if (a.length !== b.length) return Number.POSITIVE_INFINITY;
      const largest = Array.from(b).reduce((most, each) => Math.max(most, Math.abs(each)), Number.MIN_VALUE);
      return Array.from(a).reduce((most, each, i) => Math.max(most, Math.abs(each - b[i]!) / largest), 0);
    }),
  );
}

const backend = () => tf.backend() as unknown as RecordableBackend;

async function compared(): Promise<GraphFindings> {
  const differences: Record<string, number> = {};
  let repeats = true;
  const warnings: string[] = [];
  const before = tf.memory().numTensors;
  for (const learner of LEARNERS) {
    for (const crossEntropyWeight of learner === 'cross-entropy' ? [0] : [0, 0.5]) {
      const { config, objective, layout, weights } = setUp(learner, crossEntropyWeight);
      const graph = graphGradient(backend());
      const name = `${learner} with ${crossEntropyWeight}`;
      for (const rows of [12, 8, 12]) {
        const batch = batchOf(rows, rows, config.classes.length);
        const step = [config.encoder, objective, layout, weights, batch] as const;
        const found = await graph.gradient(...step);
        differences[name] = Math.max(differences[name] ?? 0, differenceOf(found, await lossAndGradient(...step)));
        repeats &&= differenceOf(await graph.gradient(...step), found) === 0;
      }
      warnings.push(...graph.takeWarnings().map(englishOf));
      graph.close();
    }
  }
  return {
    kind: 'compared',
    differences,
    repeats,
    warnings,
    leftTensors: tf.memory().numTensors - before,
    frozen: await frozen(),
    notFinite: await notFinite(),
    tooMany: await tooMany(),
  };
}

/** A loss that reads its labels in JavaScript would be that of the first batch for ever. */
async function frozen() {
  const { config, objective, layout, weights } = setUp('cross-entropy', 0);
  const [term] = objective.terms;
  const reading: Objective = {
    ...objective,
    terms: [{ ...term!, loss: (out, answers) => tf.mul(term!.loss(out, answers), answers.classes.dataSync()[0]! + 1) }],
  };
  const graph = graphGradient(backend());
  const step = [config.encoder, reading, layout, weights, batchOf(3, 12, config.classes.length)] as const;
  const difference = differenceOf(await graph.gradient(...step), await lossAndGradient(...step));
  return { warnings: graph.takeWarnings().map(englishOf), difference };
}

async function notFinite() {
  const { config, objective, layout, weights } = setUp('cross-entropy', 0);
  const graph = graphGradient(backend());
  const batch = batchOf(3, 12, config.classes.length);
  const step = (weights: Float32Array) => graph.gradient(config.encoder, objective, layout, weights, batch);
  const { loss } = await step(weights.map(() => Number.NaN));
  await step(weights);
  // Single operations go through the binding one by one; a graph runs by one call.
  const { binding } = backend();
  let operations = 0;
  backend().binding = Object.create(binding, {
    executeOp: {
      value: (...args: Parameters<typeof binding.executeOp>) => {
        operations += 1;
        return binding.executeOp(...args);
      },
    },
  });
  await step(weights);
  backend().binding = binding;
  const warnings = graph.takeWarnings().map(englishOf);
  graph.close();
  // JSON has no number that is none.
  return { isNumber: Number.isFinite(loss), warnings, thenAsGraph: operations === 0 };
}

async function tooMany(): Promise<string[]> {
  const { config, objective, layout, weights } = setUp('cross-entropy', 0);
  const graph = graphGradient(backend());
  for (let rows = 2; rows < 11; rows++) {
    await graph.gradient(config.encoder, objective, layout, weights, batchOf(1, rows, config.classes.length));
  }
  const said = graph.takeWarnings().map(englishOf);
  graph.close();
  return said;
}

const start = await startTensorflow();
const findings: GraphFindings =
  start.kind === 'absent' ? { kind: 'absent', reason: englishOf(start.why) } : await compared();
console.log(JSON.stringify(findings));
