import type { OpAttribute, TensorNumbers } from './tensorflow-binding.ts';

/** What a stretch of eager operations did, as a graph: the same operations on the same constants, the inputs left open. */
export interface RecordedGraph {
  /** In the order of execution, so that each comes after what it reads. */
  readonly nodes: readonly RecordedNode[];
  /** The nodes that stand for inputs. One that nothing reads is not among them. */
  readonly inputs: readonly RecordedInput[];
  /** Names of the outputs, "node:index". */
  readonly outputs: readonly string[];
}

export interface RecordedInput {
  readonly kind: 'input';
  readonly name: string;
  /** Place among the inputs that were handed in. */
  readonly index: number;
  readonly type: number;
  readonly shape: readonly number[];
}

export type RecordedNode =
  | RecordedInput
  | {
      readonly kind: 'constant';
      readonly name: string;
      readonly type: number;
      readonly shape: readonly number[];
      readonly data: TensorNumbers;
    }
  | {
      readonly kind: 'operation';
      readonly name: string;
      readonly operation: string;
      readonly inputs: readonly string[];
      readonly attributes: readonly OpAttribute[];
    };
