import type { FaceNets } from '../../src/core/capture/nets/face-nets.ts';
import type { ImageRecord } from '../../src/core/dataset/dataset.ts';
import { foundFace } from '../quality/found-face.ts';
import { pixelsOf } from '../quality/portraits.ts';
import { sceneOf } from '../quality/scene.ts';
import type { Described } from './likeness-pairs.ts';

/** The descriptor of each portrait, as a live session takes it; those without a face are left out. */
export async function describeChildren(nets: FaceNets, records: readonly ImageRecord[]): Promise<Described[]> {
  const described: Described[] = [];
  for (const record of records) {
    const scene = await sceneOf(await pixelsOf(record));
    const face = await foundFace(nets, scene);
    if (face) described.push({ subject: record.subject, descriptor: await nets.describe(scene, face.landmarks) });
  }
  return described;
}
