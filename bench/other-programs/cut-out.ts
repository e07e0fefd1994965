import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alignFace } from '../../src/core/capture/align-face.ts';
import { cropFace } from '../../src/core/capture/crop-face.ts';
import { loadFaceNetsFromPackage } from '../../src/core/capture/nets/face-nets.node.ts';
import type { ImageRecord } from '../../src/core/dataset/dataset.ts';
import { decodeImage } from '../../src/core/dataset/faces/decode-image.node.ts';

export interface CutOutFace {
  readonly file: string;
  /** 68 points, x and y in pixels of the photograph. */
  readonly landmarks: readonly (readonly [number, number])[];
  /** Row-major [60, 60], 0 to 255. */
  readonly crop: Uint8Array;
}

/** The faces that the records' own boxes hold, with the landmarks that they were cut out by. The engine must be started. */
export async function cutOut(records: readonly ImageRecord[]): Promise<CutOutFace[]> {
  const nets = await loadFaceNetsFromPackage();
  const faces: CutOutFace[] = [];
  try {
    for (const { dir, path, source, box } of records) {
      const file = join(dir, path);
      const decoded = await decodeImage(await readFile(file), source);
      if (decoded.kind === 'fault' || !box) continue;
      const landmarks = await nets.landmarks(decoded.frame, box);
      const alignment = alignFace(landmarks, box);
      if (alignment.kind !== 'aligned') continue;
      const crop = cropFace(decoded.frame, alignment.cropToFrame);
      faces.push({ file, landmarks: landmarks.map(({ xPx, yPx }) => [xPx, yPx] as const), crop });
    }
  } finally {
    nets.dispose();
  }
  return faces;
}
