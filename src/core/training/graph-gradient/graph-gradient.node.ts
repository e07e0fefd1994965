import * as tf from '@tensorflow/tfjs-core';
import { LARGEST_GRADIENT_ERROR, relativeError } from '../../engine/gradient-self-check.ts';
import { type LoadedGraph, loadGraph } from '../../engine/tensorflow/graph/loaded-graph.node.ts';
import { type RecordableBackend, recordGraph } from '../../engine/tensorflow/graph/record-graph.ts';
import { type Failure, failure } from '../../words/failure.ts';
import type { EncoderSpec } from '../net/encoder-spec.ts';
import type { ParameterLayout } from '../net/parameters.ts';
import {
  type Batch,
  type ComputeGradient,
  type LossAndGradient,
  lossAndGradient,
  type StepNumbers,
  stepMemory,
  stepTensors,
} from '../step/gradient-step.ts';
import type { LossKind, Objective } from '../step/objective.ts';

/** Gradients of whole steps that TensorFlow runs as one graph each. */
export interface GraphGradient {
  readonly gradient: ComputeGradient;
  /** What made it go back to single operations since this was asked last, for the run's log. */
  takeWarnings(): readonly Failure[];
  /** Frees the graphs. */
  close(): void;
}

/** A run has a graph for each objective and number of rows; more than this many and something varies that should not. */
const MOST_GRAPHS = 8;

/** By how much, at the most, a weight of the second look differs from that of the first; none stays 0. */
const OTHER_WEIGHTS = 0.01;

/**
 * Computes the same losses and gradients as `lossAndGradient` by one call of TensorFlow a step, where that makes some three
 * hundred: one eager step is recorded (`recordGraph`) and handed over as a graph, which TensorFlow then orders, fuses and runs
 * without coming back to JavaScript. What is trained, the optimiser, checkpoints and the log stay as they are.
 *
 * A graph is used once it has shown, on the batch at hand and on another with other weights, the loss and gradient of single
 * operations; what JavaScript made of a batch on the way would be frozen in it, and is found by the second. Where recording
 * or looking fails, steps of that kind go on by single operations, and `takeWarnings` says why. Whether a step is a graph
 * depends on its kind alone, never on when it comes: a run that is resumed makes the same bits. So a step whose loss is not
 * finite, from which a run goes back, decides nothing.
 *
 * @param backend TensorFlow's, in use.
 */
export function graphGradient(backend: RecordableBackend): GraphGradient {
  const graphs = new Map<string, StepGraph | null>();
  const numbers = new Map<Objective, number>();
  let warnings: Failure[] = [];

  const numberOf = (objective: Objective) => {
    if (!numbers.has(objective)) numbers.set(objective, numbers.size);
    return numbers.get(objective)!;
  };

  async function graphOf(key: string, make: () => Promise<StepGraph>): Promise<StepGraph | null> {
    try {
      if (graphs.size >= MOST_GRAPHS) throw new Error(`it would be the graph number ${graphs.size + 1} of this run`);
      const made = await make();
      graphs.set(key, made);
      return made;
    } catch (error) {
      graphs.set(key, null);
      warnings.push(failure('runLog.no-graph', { why: (error as Error).message }));
      return null;
    }
  }

  return {
    async gradient(...step) {
      const [, objective, layout, weights, batch] = step;
      const images = objective.terms.some(({ readsImages }) => readsImages) ? batch.images.join() : '';
      const key = `${numberOf(objective)} ${batch.classes.length} ${images}`;
      let known = graphs.get(key);
      if (known === undefined) {
        const wanted = await lossAndGradient(...step);
        if (!Number.isFinite(wanted.loss)) return wanted;
        known = await graphOf(key, () => checkedGraph(backend, step, wanted));
      }
      return known ? known.run(stepMemory(layout, weights, batch)) : lossAndGradient(...step);
    },
    takeWarnings() {
      const taken = warnings;
      warnings = [];
      return taken;
    },
    close() {
      for (const graph of graphs.values()) graph?.close();
      graphs.clear();
    },
  };
}

interface StepGraph {
  run(memory: readonly StepNumbers[]): LossAndGradient;
  close(): void;
}

type Step = readonly [EncoderSpec, Objective, ParameterLayout, Float32Array, Batch];

/** @throws Error that says what of it could not be recorded, or by how much it differs from single operations. */
async function checkedGraph(backend: RecordableBackend, step: Step, wantedOfStep: LossAndGradient): Promise<StepGraph> {
  const graph = stepGraph(backend, step);
  try {
    for (const each of [step, otherNumbers(step)]) {
      const [, , layout, weights, batch] = each;
      const wanted = each === step ? wantedOfStep : await lossAndGradient(...each);
      const error = differenceOf(graph.run(stepMemory(layout, weights, batch)), wanted);
      if (!(error <= LARGEST_GRADIENT_ERROR))
        throw new Error(
          `it gives other gradients than single operations do, by ${error.toPrecision(2)} of the largest`,
        );
    }
    return graph;
  } catch (error) {
    graph.close();
    throw error;
  }
}

function stepGraph(backend: RecordableBackend, [spec, objective, layout, weights, batch]: Step): StepGraph {
  // Copies, so that each array is one input: what the caller hands in may be read twice.
  const memory = stepMemory(layout, weights, batch).map((each) => each.slice());
  const kinds: LossKind[] = [];
  const { graph, outputs } = recordGraph(backend, memory, () => {
    const { loss, gradient, seen } = stepTensors(spec, objective, layout, memory, batch);
    kinds.push(...seen.map(({ kind }) => kind));
    return [loss, gradient, ...seen.flatMap(({ value, output }) => [value, output])];
  });
  tf.dispose([...outputs]);
  const loaded: LoadedGraph = loadGraph(backend.binding, graph);
  return {
    run(memoryOfStep) {
      const [loss, gradient, ...terms] = loaded.run(memoryOfStep) as Float32Array[];
      const contrastive = kinds.indexOf('contrastive');
      return {
        loss: loss![0]!,
        gradient: gradient!,
        parts: Object.fromEntries(kinds.map((kind, term) => [kind, terms[2 * term]![0]!])),
        embeddings: contrastive < 0 ? null : terms[2 * contrastive + 1]!,
      };
    },
    close: loaded.close,
  };
}

/** The same step with every number another: rows in the opposite order, weights a little apart, those that begin at 0 too. */
function otherNumbers([spec, objective, layout, weights, batch]: Step): Step {
  const turned: Batch = {
    pixels: batch.pixels.slice().reverse(),
    classes: batch.classes.slice().reverse(),
    images: batch.images,
    targets: batch.targets.slice().reverse(),
  };
  return [spec, objective, layout, weights.map((each, i) => each + OTHER_WEIGHTS * Math.sin(i + 1)), turned];
}

/** Largest difference of loss and gradient, each relative to what is wanted of it at the most. */
function differenceOf(found: LossAndGradient, wanted: LossAndGradient): number {
  return Math.max(relativeError(found.gradient, wanted.gradient), Math.abs(found.loss / wanted.loss - 1));
}
