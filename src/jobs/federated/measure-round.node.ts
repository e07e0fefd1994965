import { writeSafetensors } from '../../core/registry/safetensors.ts';
import { siteStatistics } from '../../core/training/local-steps/site-statistics.ts';
import type { TensorData } from '../../core/training/net/trained-net.ts';
import { asShared } from './counts.ts';
import type { FederationFile } from './federation-file.ts';
import type { RoundResult } from './fit-round.node.ts';
import type { RoundImages } from './round-images.node.ts';
import type { RoundWeights } from './round-weights.node.ts';

const MEAN = '.mean';

/**
 * The statistics of every batch norm on the site's training children: `<name>.norm.mean` and `.variance`, shape [channels],
 * and `<name>.norm.count`, shape [1], by which sites are pooled. Where the site tells bands and no counts, it is a band's.
 */
export async function measureRound(
  file: FederationFile,
  { net }: RoundWeights,
  { data, pools }: RoundImages,
): Promise<RoundResult> {
  const statistics = await siteStatistics(net, data.train, pools.childRows);
  const count: TensorData = { shape: [1], data: Float32Array.of(asShared(pools.childRows.length, file)) };
  const counts = Object.keys(statistics)
    .filter((name) => name.endsWith(MEAN))
    .map((name): [string, TensorData] => [`${name.slice(0, -MEAN.length)}.count`, count]);
  return { bytes: writeSafetensors({ ...statistics, ...Object.fromEntries(counts) }), loss: null };
}
