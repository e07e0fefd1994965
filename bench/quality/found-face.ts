import type { Frame } from '../../src/core/capture/frame.ts';
import { type MeasuredFace, measureFace } from '../../src/core/capture/measure-face.ts';
import type { FaceNets } from '../../src/core/capture/nets/face-nets.ts';

type FoundFace = Extract<MeasuredFace, { readonly crop: Uint8Array }>;

/** The surest face of a frame, cut out as a live session does; null when it finds none or its landmarks are none. */
export async function foundFace(nets: FaceNets, frame: Frame): Promise<FoundFace | null> {
  const [found] = await nets.detect(frame);
  if (!found) return null;
  const face = await measureFace(nets, frame, found.box);
  return face.crop ? face : null;
}
