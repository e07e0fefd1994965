import { CROP_PX } from '../../dataset/faces/face-set.ts';
import {
  type ConvSpec,
  encoderPlan,
  featureCount,
  LEAST_DEVIATION,
  POOL_WEIGHT,
  pooledSide,
} from '../../training/net/encoder.ts';
import { foldConv, foldFeatureNorm, tensorOf } from '../../training/net/fold-norms.ts';
import type { NetTensors } from '../../training/net/trained-net.ts';
import type { ModelConfig } from '../model-config.ts';
import { ONNX_TYPES, type OnnxGraph, type OnnxNode, type OnnxTensor } from './onnx-file.ts';

/** Name, type and layout of what goes in and comes out, as the card and the documents say them. */
export const ONNX_INPUT = 'crop';
export const ONNX_OUTPUT = 'probabilities';

/** Of the standard operators: each is what it is since this version or an earlier one. Runtimes of 2020 know it. */
export const ONNX_OPSET = 13;
/** The file format's version that came with that opset. */
export const ONNX_IR_VERSION = 7;

/** Height and width, in the order faces, channels, height, width. */
const PLACES = [2, 3] as const;

/**
 * The whole way from a crop to calibrated probabilities, in the layout that ONNX's convolutions have (faces, channels,
 * height, width): the crop's centre, its grey as 0 to 1, the image's own mean and deviation, the encoder with its norms
 * folded, the head, the temperature, the softmax.
 *
 * Two things differ from TensorFlow's layout without a word of warning. Kernels lie as out, in, height, width. And "same"
 * padding of a stride of 2 puts the odd row below and right, where a padding of 1 on all sides would give numbers of the
 * right shape that are wrong: pads are written out.
 *
 * @throws RangeError naming the tensor that is missing or has another shape than the config says.
 */
export function onnxGraph(
  { id, architecture, classes, temperature }: Pick<ModelConfig, 'id' | 'architecture' | 'classes' | 'temperature'>,
  tensors: NetTensors,
): OnnxGraph {
  const nodes: OnnxNode[] = [];
  const initializers: OnnxTensor[] = [];
  const node = (type: string, inputs: string[], output: string, attributes?: OnnxNode['attributes']): string => {
    nodes.push({ type, inputs, output, ...(attributes ? { attributes } : {}) });
    return output;
  };
  const constant = (name: string, shape: readonly number[], data: OnnxTensor['data']): string => {
    initializers.push({ name, shape, data });
    return name;
  };
  const number = (name: string, value: number) => constant(name, [], Float32Array.of(value));
  const counts = (name: string, values: readonly number[]) =>
    constant(name, [values.length], BigInt64Array.from(values, BigInt));

  const margin = (CROP_PX - architecture.inputPx) / 2;
  const end = margin + architecture.inputPx;
  const bounds = [counts('centre_from', [margin, margin]), counts('centre_to', [end, end])];
  const places = counts('height_and_width', PLACES);
  const centre = node('Slice', [ONNX_INPUT, ...bounds, places], 'centre');
  const grey = node('Cast', [centre], 'grey_level', { to: ONNX_TYPES.float32 });
  const image = node('Div', [grey, number('white', 255)], 'image');

  // Row by row first, as our own reader does it: one sum over all pixels loses digits.
  const meanOf = (input: string, output: string) => {
    const rows = node('ReduceMean', [input], `${output}_of_rows`, { axes: [3], keepdims: 1 });
    return node('ReduceMean', [rows], output, { axes: [2], keepdims: 1 });
  };
  const mean = meanOf(image, 'image_mean');
  const centred = node('Sub', [image, mean], 'image_centred');
  const square = node('Mul', [centred, centred], 'image_square');
  const variance = meanOf(square, 'image_variance');
  const deviation = node('Sqrt', [variance], 'image_deviation');
  const divisor = node('Add', [deviation, number('least_deviation', LEAST_DEVIATION)], 'image_divisor');

  let x = node('Div', [centred, divisor], 'image_standardised');
  let side = architecture.inputPx;
  const convolve = (conv: ConvSpec, input: string, inputSide: number): string => {
    const { filter, shape, bias } = foldConv(conv, tensors);
    const [height, width, inChannels, outChannels] = shape;
    const weight = constant(
      `${nameOf(conv)}_weight`,
      [outChannels, inChannels, height, width],
      outInFirst(filter, shape),
    );
    return node('Conv', [input, weight, constant(`${nameOf(conv)}_bias`, [outChannels], bias)], nameOf(conv), {
      kernel_shape: [height, width],
      pads: samePads(inputSide, conv),
      strides: [conv.stride, conv.stride],
    });
  };
  const relu = (input: string) => node('Relu', [input], `${input}_relu`);

  const { stem, blocks } = encoderPlan(architecture);
  x = relu(convolve(stem, x, side));
  for (const [index, { first, second, shortcut }] of blocks.entries()) {
    const beside = shortcut ? convolve(shortcut, x, side) : x;
    const inner = relu(convolve(first, x, side));
    side = Math.ceil(side / first.stride);
    x = relu(node('Add', [convolve(second, inner, side), beside], `stage${index + 1}`));
  }

  const [pooled, features] = [pooledSide(architecture), featureCount(architecture)];
  const poolShape = [pooled, pooled, features, 1] as const;
  const pool = outInFirst(tensorOf(tensors, POOL_WEIGHT, poolShape.slice(0, 3)), poolShape);
  const weighed = node('Mul', [x, constant('pool_weight', [1, features, pooled, pooled], pool)], 'weighed');
  x = node('ReduceSum', [weighed, places], 'pooled', { keepdims: 0 });
  const { slope, shift } = foldFeatureNorm(features, tensors);
  x = node('Mul', [x, constant('features_slope', [features], slope)], 'features_scaled');
  x = node('Add', [x, constant('features_shift', [features], shift)], 'features');

  const headShape = [features, classes.length];
  const head = [
    constant('head_weight', headShape, tensorOf(tensors, 'head.weight', headShape)),
    constant('head_bias', [classes.length], tensorOf(tensors, 'head.bias', [classes.length])),
  ];
  const logits = node('Gemm', [x, ...head], 'logits');
  const tempered = node('Div', [logits, number('temperature', temperature)], 'tempered');
  node('Softmax', [tempered], ONNX_OUTPUT, { axis: 1 });

  return {
    name: id,
    inputs: [
      {
        name: ONNX_INPUT,
        type: 'uint8',
        shape: ['faces', 1, CROP_PX, CROP_PX],
        doc: 'Aligned crops of faces: faces, channels, height, width; grey levels 0 (black) to 255 (white).',
      },
    ],
    outputs: [
      {
        name: ONNX_OUTPUT,
        type: 'float32',
        shape: ['faces', classes.length],
        doc: `Calibrated probabilities, which sum to 1, of: ${classes.join(', ')}.`,
      },
    ],
    nodes,
    initializers,
  };
}

/** The format wants names that C would take. */
function nameOf({ name }: ConvSpec): string {
  return name.replaceAll('.', '_');
}

/** Where TensorFlow's "same" puts zeros. @returns Top, left, bottom, right. */
function samePads(side: number, { kernel, stride }: Pick<ConvSpec, 'kernel' | 'stride'>): number[] {
  const total = Math.max(0, (Math.ceil(side / stride) - 1) * stride + kernel - side);
  const before = Math.floor(total / 2);
  return [before, before, total - before, total - before];
}

/** Height, width, in, out -> out, in, height, width. */
function outInFirst(
  data: Float32Array,
  [height, width, inChannels, outChannels]: readonly [number, number, number, number],
): Float32Array {
  const moved = new Float32Array(data.length);
  for (const [from, value] of data.entries()) {
    const out = from % outChannels;
    const channel = Math.floor(from / outChannels) % inChannels;
    const place = Math.floor(from / (outChannels * inChannels)); // row * width + column
    moved[(out * inChannels + channel) * height * width + place] = value;
  }
  return moved;
}
