import { beforeAll, expect, it } from 'vitest';
import { startWasm } from '../../engine/wasm.node.ts';
import { initialiseEncoder } from '../net/encoder.ts';
import type { EncoderSpec } from '../net/encoder-spec.ts';
import type { NetTensors } from '../net/trained-net.ts';
import { exampleFaces } from '../testing/example-faces.ts';
import { randomAt } from '../views/random.ts';
import { siteStatistics } from './site-statistics.ts';

const ENCODER: EncoderSpec = { kind: 'resnet', inputPx: 8, stageChannels: [4, 8] };
const NET = {
  encoder: ENCODER,
  tensors: initialiseEncoder(ENCODER, randomAt(3, 0)),
  classes: ['anger', 'fear'],
} as const;
const FACES = exampleFaces([{ group: 'child', imagesByEmotion: [100, 60] }], 1);
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

beforeAll(async () => {
  await startWasm();
});

/** The law of total variance, in double precision. */
function pooled(sites: readonly { readonly count: number; readonly statistics: NetTensors }[], name: string) {
  const count = sites.reduce((sum, site) => sum + site.count, 0);
  const of = (site: (typeof sites)[number], part: string) => site.statistics[`${name}.norm.${part}`]!.data;
  const channels = Array.from(of(sites[0]!, 'mean').keys());
  const mean = channels.map((c) => sites.reduce((sum, site) => sum + site.count * of(site, 'mean')[c]!, 0) / count);
  const variance = channels.map((c) => {
    const squares = sites.reduce(
      (sum, site) => sum + site.count * (of(site, 'variance')[c]! + of(site, 'mean')[c]! ** 2),
      0,
    );
    return squares / count - mean[c]! ** 2;
  });
  return { mean, variance };
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!) / (Math.abs(value) + 1e-3)));
}

it('pools to what one place measures over the same batches, in every layer', async () => {
  const whole = await siteStatistics(NET, FACES, rows(0, 128));
  const sites = [
    { count: 64, statistics: await siteStatistics(NET, FACES, rows(0, 64)) },
    { count: 64, statistics: await siteStatistics(NET, FACES, rows(64, 128)) },
  ];
  const names = Object.keys(whole)
    .filter((name) => name.endsWith('.mean'))
    .map((name) => name.slice(0, -'.norm.mean'.length));
  expect(names).toContain('features');
  for (const name of names) {
    const { mean, variance } = pooled(sites, name);
    expect(largestDifference(whole[`${name}.norm.mean`]!.data, mean), name).toBeLessThan(2e-5);
    expect(largestDifference(whole[`${name}.norm.variance`]!.data, variance), name).toBeLessThan(2e-5);
  }
});

it('pools sites of other sizes, in the layer that no norm stands before', async () => {
  const whole = await siteStatistics(NET, FACES, rows(0, 150));
  const sites = [
    { count: 17, statistics: await siteStatistics(NET, FACES, rows(0, 17)) },
    { count: 133, statistics: await siteStatistics(NET, FACES, rows(17, 150)) },
  ];
  const { mean, variance } = pooled(sites, 'stem');
  expect(largestDifference(whole['stem.norm.mean']!.data, mean)).toBeLessThan(2e-5);
  expect(largestDifference(whole['stem.norm.variance']!.data, variance)).toBeLessThan(2e-5);
});

it('leaves no batch of one face, which would have no variance to tell', async () => {
  const { 'features.norm.variance': variance } = await siteStatistics(NET, FACES, rows(0, 65));
  const { 'features.norm.variance': without } = await siteStatistics(NET, FACES, rows(0, 64));
  const mean = (data: Float32Array) => data.reduce((sum, each) => sum + each, 0) / data.length;
  expect(mean(variance!.data) / mean(without!.data)).toBeGreaterThan(0.8);
});
