import type { FaceSet } from '../../dataset/faces/face-set.ts';
import { fitHead } from '../net/finish-net.ts';
import type { LinearHead } from '../net/linear-head.ts';
import type { NetTensors } from '../net/trained-net.ts';
import { imagePools } from '../regimes/image-pools.ts';
import { stagesOf } from '../stages.ts';
import type { TrainingConfig } from '../training-config.ts';

/**
 * A head for an encoder that several sites trained, on one site's own children: theirs were fitted to other weights.
 *
 * @param tensors Of the encoder, with statistics.
 * @throws What `fitHead` throws.
 */
export function fitSiteHead(
  config: TrainingConfig,
  tensors: NetTensors,
  { train, val }: { readonly train: FaceSet; readonly val: FaceSet },
): Promise<LinearHead> {
  const pools = imagePools(train, config);
  const { sampler, steps } = stagesOf(config, pools)[0];
  return fitHead(config, tensors, val, { faces: train, pools, sampler, stepsBefore: steps });
}
