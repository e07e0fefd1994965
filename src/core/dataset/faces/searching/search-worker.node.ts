/** The program of a thread that searches images for faces, one at a time. */
import { loadFaceNetsFromPackage } from '../../../capture/nets/face-nets.node.ts';
import type { FaceNets } from '../../../capture/nets/face-nets.ts';
import { answerTasks } from '../../../engine/wasm-workers/answer-tasks.node.ts';
import type { FoundFace } from '../find-face.ts';
import { type OpenedBytes, searchImage } from './search-image.node.ts';

let nets: FaceNets | null = null;

await answerTasks<OpenedBytes, FoundFace>(async (image) => {
  nets ??= await loadFaceNetsFromPackage();
  return { answer: await searchImage(nets, image), transfer: [] };
});
