import type * as tf from '@tensorflow/tfjs-core';
import type { RecordedGraph, RecordedInput, RecordedNode } from './recorded-graph.ts';
import type { OpAttribute, TensorflowBinding, TensorHandle, TensorNumbers } from './tensorflow-binding.ts';

/** As TensorFlow.js' own backend over TensorFlow has it. */
export interface RecordableBackend {
  binding: TensorflowBinding;
  readonly tensorMap: { get(dataId: object): { readonly id: number } };
}

/**
 * Runs a function on TensorFlow as it is, and writes down every operation that it makes.
 *
 * The inputs are told by their memory: TensorFlow.js hands a typed array to the library at the first operation that reads it,
 * the same array that the tensor was made of. All else that is made meanwhile is taken for a constant, so the function must
 * make nothing of its inputs in JavaScript; whoever uses the graph shows that by other inputs.
 *
 * @param inputs The typed arrays behind the input tensors, not read by the library before.
 * @param body Computes; returns the tensors that are the graph's outputs, which the caller disposes.
 * @throws Error that names the operation if it reads a tensor that was there before, or an attribute is of a kind that
 *   no graph has.
 */
export function recordGraph<Output extends readonly tf.Tensor[]>(
  backend: RecordableBackend,
  inputs: readonly TensorNumbers[],
  body: () => Output,
): { readonly graph: RecordedGraph; readonly outputs: Output } {
  const real = backend.binding;
  const nodes: RecordedNode[] = [];
  /** Names of outputs, and their types, by the tensors' ids. */
  const made = new Map<number, { readonly name: string; readonly type: number }>();
  const read = new Map<number, RecordedInput>();

  function createTensor(shape: readonly number[], type: number, data: TensorNumbers): number {
    const id = real.createTensor(shape, type, data);
    const index = inputs.indexOf(data);
    const name = index < 0 ? `constant${nodes.length}` : `input${index}`;
    if (index < 0) nodes.push({ kind: 'constant', name, type, shape: [...shape], data: data.slice() });
    else if (!read.has(index)) read.set(index, { kind: 'input', name, index, type, shape: [...shape] });
    made.set(id, { name: `${name}:0`, type });
    return id;
  }

  function executeOp(operation: string, attributes: OpAttribute[], ids: number[], count: number): TensorHandle[] {
    const operands = ids.map((id) => {
      const tensor = made.get(id);
      if (!tensor) throw new Error(`${operation} reads a tensor that was made before the recording began`);
      return tensor;
    });
    const results = real.executeOp(operation, attributes, ids, count);
    const name = `${operation}${nodes.length}`;
    nodes.push({
      kind: 'operation',
      name,
      operation,
      inputs: operands.map((each) => each.name),
      attributes: withType(real, operation, attributes, operands[0]?.type),
    });
    for (const [index, { id, dtype }] of results.entries()) made.set(id, { name: `${name}:${index}`, type: dtype });
    return results;
  }

  backend.binding = Object.create(real, {
    createTensor: { value: createTensor },
    executeOp: { value: executeOp },
  }) as TensorflowBinding;
  let outputs: Output;
  try {
    outputs = body();
  } finally {
    backend.binding = real;
  }
  const outputNames = outputs.map(({ dataId }) => made.get(backend.tensorMap.get(dataId).id)?.name);
  if (outputNames.includes(undefined)) throw new Error('an output of the recorded function is none of its operations');
  const graph = { nodes: [...read.values(), ...nodes], inputs: [...read.values()], outputs: outputNames as string[] };
  return { graph, outputs };
}

/** Operations whose type is another than that of their first input, or that have none. */
const OWN_TYPES: ReadonlySet<string> = new Set(['Cast', 'OneHot', 'Range']);

/** Run eagerly, TensorFlow takes a type that was left out from the first input; in a graph it must be there. */
function withType(
  { TF_ATTR_TYPE }: TensorflowBinding,
  operation: string,
  attributes: readonly OpAttribute[],
  type: number | undefined,
): readonly OpAttribute[] {
  if (type === undefined || OWN_TYPES.has(operation) || attributes.some(({ name }) => name === 'T')) return attributes;
  return [...attributes, { name: 'T', type: TF_ATTR_TYPE, value: type }];
}
