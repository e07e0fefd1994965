import { PbfWriter } from 'pbf';

/**
 * A model in the ONNX format as plain data, and its bytes. Only what our nets need of the format is here.
 *
 * Source: onnx.proto3 of https://github.com/onnx/onnx; the numbers of its fields stand beside each as it is written.
 */
export interface OnnxModel {
  readonly irVersion: number;
  /** Version of the standard operators that the graph is written in. */
  readonly opset: number;
  readonly producerName: string;
  readonly producerVersion: string;
  readonly doc: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly graph: OnnxGraph;
}

export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /** In an order in which each comes after those whose outputs it reads. */
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
}

/** What goes in or comes out. */
export interface OnnxValue {
  readonly name: string;
  readonly type: 'float32' | 'uint8';
  /** A text is a size that is known only when it runs. */
  readonly shape: readonly (number | string)[];
  readonly doc: string;
}

export interface OnnxNode {
  /** Name of an operator, e.g. "Conv". */
  readonly type: string;
  readonly inputs: readonly string[];
  /** Name of its output, and of itself. */
  readonly output: string;
  /** Whole numbers: no operator of our nets needs another kind. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** Numbers that do not change, row-major. */
export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

/** Numbers of the types of values, by TensorProto.DataType. */
export const ONNX_TYPES = { float32: 1, uint8: 2, int64: 7 } as const;

/** Numbers of the kinds of attributes, by AttributeProto.AttributeType. */
const [INT, INTS] = [2, 7];

/** The bytes of an .onnx file; the same model gives the same bytes. */
export function writeOnnx(model: OnnxModel): Uint8Array {
  const writer = new PbfWriter();
  writeModel(model, writer);
  return writer.finish();
}

function writeModel(model: OnnxModel, writer: PbfWriter): void {
  writer.writeVarintField(1, model.irVersion);
  writer.writeStringField(2, model.producerName);
  writer.writeStringField(3, model.producerVersion);
  writer.writeStringField(6, model.doc);
  writer.writeMessage(7, writeGraph, model.graph);
  // The domain of the standard operators is the empty text.
  writer.writeMessage(8, (opset: number, inner) => inner.writeVarintField(2, opset), model.opset);
  for (const entry of Object.entries(model.metadata)) {
    writer.writeMessage(
      14,
      ([key, value]: readonly [string, string], inner) => {
        inner.writeStringField(1, key);
        inner.writeStringField(2, value);
      },
      entry,
    );
  }
}

function writeGraph({ name, nodes, initializers, inputs, outputs }: OnnxGraph, writer: PbfWriter): void {
  for (const node of nodes) writer.writeMessage(1, writeNode, node);
  writer.writeStringField(2, name);
  for (const tensor of initializers) writer.writeMessage(5, writeTensor, tensor);
  for (const value of inputs) writer.writeMessage(11, writeValue, value);
  for (const value of outputs) writer.writeMessage(12, writeValue, value);
}

function writeNode({ type, inputs, output, attributes = {} }: OnnxNode, writer: PbfWriter): void {
  for (const input of inputs) writer.writeStringField(1, input);
  writer.writeStringField(2, output);
  writer.writeStringField(3, output);
  writer.writeStringField(4, type);
  for (const entry of Object.entries(attributes)) {
    writer.writeMessage(
      5,
      ([name, value]: readonly [string, number | readonly number[]], inner) => {
        inner.writeStringField(1, name);
        // Not packed: the format's first version, which its readers go by, has no packed numbers.
        if (typeof value === 'number') inner.writeVarintField(3, value);
        else for (const each of value) inner.writeVarintField(8, each);
        inner.writeVarintField(20, typeof value === 'number' ? INT : INTS);
      },
      entry,
    );
  }
}

function writeTensor({ name, shape, data }: OnnxTensor, writer: PbfWriter): void {
  for (const size of shape) writer.writeVarintField(1, size);
  writer.writeVarintField(2, data instanceof Float32Array ? ONNX_TYPES.float32 : ONNX_TYPES.int64);
  writer.writeStringField(8, name);
  writer.writeBytesField(9, littleEndian(data));
}

function writeValue({ name, type, shape, doc }: OnnxValue, writer: PbfWriter): void {
  writer.writeStringField(1, name);
  writer.writeMessage(2, (_, typeWriter) => typeWriter.writeMessage(1, writeTensorType, { type, shape }), null);
  writer.writeStringField(3, doc);
}

function writeTensorType({ type, shape }: Pick<OnnxValue, 'type' | 'shape'>, writer: PbfWriter): void {
  writer.writeVarintField(1, ONNX_TYPES[type]);
  writer.writeMessage(
    2,
    (sizes: OnnxValue['shape'], shapeWriter) => {
      for (const size of sizes) {
        shapeWriter.writeMessage(
          1,
          (each: number | string, inner) =>
            typeof each === 'number' ? inner.writeVarintField(1, each) : inner.writeStringField(2, each),
          size,
        );
      }
    },
    shape,
  );
}

function littleEndian(data: Float32Array | BigInt64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(data.byteLength));
  for (const [i, value] of data.entries()) {
    if (typeof value === 'bigint') view.setBigInt64(i * 8, value, true);
    else view.setFloat32(i * 4, value, true);
  }
  return new Uint8Array(view.buffer);
}
