import type { ModelFolder } from '../model-folder.node.ts';
import { writeOnnx } from './onnx-file.ts';
import { ONNX_INPUT, ONNX_IR_VERSION, ONNX_OPSET, ONNX_OUTPUT, onnxGraph } from './onnx-graph.ts';

/**
 * A model as an ONNX file, for programs of others: the graph from a crop to calibrated probabilities, and in its metadata
 * what must be known to use it. The same model gives the same bytes.
 *
 * @throws RangeError if tensors are not those of the architecture.
 */
export function onnxModel({ config, tensors, digest }: Pick<ModelFolder, 'config' | 'tensors' | 'digest'>): Uint8Array {
  const { id, version, classes, classesValidatedOnChildren, threshold, temperature, license, cropPx } = config;
  return writeOnnx({
    irVersion: ONNX_IR_VERSION,
    opset: ONNX_OPSET,
    producerName: 'faceward',
    producerVersion: config.engine.versions.faceward ?? '',
    doc:
      `Reads one of ${classes.length} emotions from an aligned crop of a face. Decision support for trained staff, never a ` +
      'diagnosis. Read the model card before it is used.',
    metadata: {
      model: `${id} ${version}`,
      model_digest: digest,
      classes: classes.join(','),
      classes_validated_on_children: classesValidatedOnChildren.join(','),
      threshold: String(threshold),
      threshold_use: 'where the largest probability is below it, the answer is "not sure"',
      temperature: String(temperature),
      temperature_use: 'applied within the graph',
      input: `${ONNX_INPUT}: uint8, faces x 1 x ${cropPx} x ${cropPx} (NCHW), grey levels 0 to 255, aligned as the model card says`,
      output: `${ONNX_OUTPUT}: float32, faces x ${classes.length}, in the order of classes`,
      ...(license ? { license } : {}),
    },
    graph: onnxGraph(config, tensors),
  });
}
