import { alignFace } from '../../src/core/capture/align-face.ts';
import { cropFace } from '../../src/core/capture/crop-face.ts';
import type { Frame } from '../../src/core/capture/frame.ts';
import type { Landmarks } from '../../src/core/capture/landmarks.ts';
import type { FaceNets } from '../../src/core/capture/nets/face-nets.ts';

interface FoundFace {
  readonly landmarks: Landmarks;
  readonly crop: Uint8Array;
}

/** The surest face of a frame, cut out as a live session does; null when it finds none or its landmarks are none. */
export async function foundFace(nets: FaceNets, frame: Frame): Promise<FoundFace | null> {
  const [face] = await nets.detect(frame);
  if (!face) return null;
  const landmarks = await nets.landmarks(frame, face.box);
  const alignment = alignFace(landmarks, face.box);
  return alignment.kind === 'aligned' ? { landmarks, crop: cropFace(frame, alignment.cropToFrame) } : null;
}
