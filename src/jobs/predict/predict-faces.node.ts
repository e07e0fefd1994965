import type { FaceCrops } from '../../core/dataset/faces/face-set.ts';
import { softmaxAt } from '../../core/evaluation/calibration/temperature.ts';
import type { ModelFolder } from '../../core/registry/model-folder.node.ts';
import { predictLogits } from '../../core/training/net/forward.ts';

/**
 * What a model says of faces, calibrated as in a live session.
 *
 * @returns Row-major [faces, the model's classes].
 */
export async function predictFaces({ config, tensors }: ModelFolder, faces: FaceCrops): Promise<Float32Array> {
  const net = { encoder: config.architecture, tensors, classes: config.classes };
  return softmaxAt(await predictLogits(net, faces), config.classes.length, config.temperature);
}
