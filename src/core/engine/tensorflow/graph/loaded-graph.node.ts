import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedGraph } from './recorded-graph.ts';
import { SERVE, savedModelBytes } from './saved-model.node.ts';
import type { TensorflowBinding, TensorNumbers } from './tensorflow-binding.ts';

/** A graph that TensorFlow has taken over and made ready to run. */
export interface LoadedGraph {
  /**
   * @param inputs As the recorded ones in kind and length, in their order; all of them, those that nothing reads too.
   * @returns The outputs' numbers, in new memory.
   */
  run(inputs: readonly TensorNumbers[]): TensorNumbers[];
  /** Frees what TensorFlow holds of it. */
  close(): void;
}

/** @returns Caller closes. @throws Error in TensorFlow's words if the graph is none. */
export function loadGraph(binding: TensorflowBinding, graph: RecordedGraph): LoadedGraph {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-graph-'));
  let id: number;
  try {
    writeFileSync(join(dir, 'saved_model.pb'), savedModelBytes(binding, graph));
    id = binding.loadSavedModel(dir, SERVE);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  const inputNames = graph.inputs.map(({ name }) => `${name}:0`).join();
  const outputNames = graph.outputs.join();
  return {
    run(inputs) {
      const ids = graph.inputs.map(({ index, shape, type }) => binding.createTensor(shape, type, inputs[index]!));
      try {
        const outputs = binding.runSavedModel(id, ids, inputNames, outputNames);
        try {
          return outputs.map((output) => binding.tensorDataSync(output.id));
        } finally {
          for (const output of outputs) binding.deleteTensor(output.id);
        }
      } finally {
        for (const each of ids) binding.deleteTensor(each);
      }
    },
    close: () => binding.deleteSavedModel(id),
  };
}
