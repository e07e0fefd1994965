import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FaceNets, loadFaceNets } from './face-nets.ts';

/** The folder of the nets' weight files in the installed package. */
export function faceModelsDir(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');
}

/** The face nets with the weights of the installed package. The backend must be set and ready; the caller disposes. */
export function loadFaceNetsFromPackage(): Promise<FaceNets> {
  const dir = faceModelsDir();
  return loadFaceNets((fileName) => readFile(join(dir, fileName)));
}
