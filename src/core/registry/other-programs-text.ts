import type { ModelConfig } from './model-config.ts';
import { ONNX_INPUT, ONNX_OPSET, ONNX_OUTPUT } from './onnx/onnx-graph.ts';
import { WEIGHTS_METADATA } from './weights-layout.ts';

/**
 * What somebody must know who reads faces with the weights in another program: how a face is cut out, what goes into the
 * ONNX file and comes out, how the tensors of model.safetensors lie.
 *
 * @returns Markdown.
 */
export function otherProgramsText({ classes, cropPx, architecture, temperature, threshold }: ModelConfig): string {
  const margin = (cropPx - architecture.inputPx) / 2;
  return [
    '`faceward model onnx` makes an ONNX file of this folder, which holds everything from the crop to the calibrated ' +
      `probabilities (opset ${ONNX_OPSET}):`,
    [
      `- in: \`${ONNX_INPUT}\`, uint8, faces x 1 x ${cropPx} x ${cropPx} (NCHW), grey levels 0 (black) to 255 (white). Of the ` +
        `crop the net reads the middle ${architecture.inputPx} x ${architecture.inputPx}, from row and column ${margin} on.`,
      `- out: \`${ONNX_OUTPUT}\`, float32, faces x ${classes.length}, in the order ${classes.join(', ')}. They sum to 1. ` +
        `Where the largest is below ${threshold}, the answer is "not sure".`,
    ].join('\n'),
    `The crop is the face turned level, with the eyes' middles at (20, 19) and (40, 19), the base of the nose at (30, 33.6) ` +
      `and the middle of the mouth's corners at (30, 40.6) of ${cropPx} x ${cropPx} pixels: \`docs/other-programs.md\` of the ` +
      'program gives the recipe to the last digit, and a program in Python. Faces that were cut out otherwise are read wrong ' +
      'without a warning.',
    `\`model.safetensors\`, for those who build the net themselves: kernels lie as ${WEIGHTS_METADATA.kernels}; ` +
      `\`pool.weight\` as ${WEIGHTS_METADATA['pool.weight']}; \`head.weight\` as ${WEIGHTS_METADATA['head.weight']}. Norms: ` +
      `${WEIGHTS_METADATA.norms}. Padding: ${WEIGHTS_METADATA.padding}. Logits are divided by ${temperature} before softmax.`,
  ].join('\n\n');
}
