import type { openCamera } from './open-camera.ts';
import type { Vision, VisionEvents } from './vision.ts';

/** What it takes to watch a camera, from the outside. */
export interface CameraDependencies {
  readonly openCamera: typeof openCamera;
  readonly startVision: (events: VisionEvents) => Vision;
  /** Milliseconds since the epoch, never going backwards; the worker reads the same clock. */
  readonly nowMs: () => number;
}
