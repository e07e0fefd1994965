import type { NetTensors, TensorData } from './trained-net.ts';

/**
 * Where each named tensor lies in one flat vector. The optimiser, the average and the checkpoint work on that vector:
 * one loop instead of forty small tensors, and a state that is saved as it is.
 */
export interface ParameterLayout {
  readonly entries: readonly ParameterEntry[];
  /** Length of the vector. */
  readonly size: number;
}

interface ParameterEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly length: number;
}

/** Lays tensors out in the order of their names. */
export function layOut(tensors: NetTensors): ParameterLayout {
  let size = 0;
  const entries = Object.keys(tensors)
    .sort()
    .map((name) => {
      const { shape, data } = tensors[name]!;
      const entry = { name, shape, offset: size, length: data.length };
      size += data.length;
      return entry;
    });
  return { entries, size };
}

/** The tensors' numbers as one vector. @returns New memory. */
export function flatten(layout: ParameterLayout, tensors: NetTensors): Float32Array {
  const flat = new Float32Array(layout.size);
  for (const { name, offset } of layout.entries) flat.set(tensors[name]!.data, offset);
  return flat;
}

/** The named tensors in a flat vector. @returns Views on `flat`: they change with it. */
export function unflatten(layout: ParameterLayout, flat: Float32Array): Record<string, TensorData> {
  const named = layout.entries.map(({ name, shape, offset, length }): [string, TensorData] => [
    name,
    { shape, data: flat.subarray(offset, offset + length) },
  ]);
  return Object.fromEntries(named);
}
