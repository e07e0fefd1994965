/** What of TensorFlow's C library the package's binding hands to JavaScript, as far as it is used here. */
export interface TensorflowBinding {
  readonly TF_FLOAT: number;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_FLOAT: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_SHAPE: number;
  /** Copies the numbers. @returns The tensor's id, to be deleted by the caller. */
  createTensor(shape: readonly number[], type: number, data: TensorNumbers): number;
  deleteTensor(id: number): void;
  executeOp(name: string, attributes: OpAttribute[], inputs: number[], outputs: number): TensorHandle[];
  tensorDataSync(id: number): TensorNumbers;
  loadSavedModel(dir: string, tags: string): number;
  deleteSavedModel(id: number): void;
  /** @param inputNames By commas, as the ids are; so are the outputs. */
  runSavedModel(id: number, inputs: number[], inputNames: string, outputNames: string): TensorHandle[];
}

export type TensorNumbers = Float32Array | Int32Array | Uint8Array;

export interface OpAttribute {
  readonly name: string;
  /** One of the binding's TF_ATTR_ numbers. */
  readonly type: number;
  readonly value: unknown;
}

/** A tensor on TensorFlow's side. */
export interface TensorHandle {
  readonly id: number;
  readonly dtype: number;
  readonly shape: readonly number[];
}
