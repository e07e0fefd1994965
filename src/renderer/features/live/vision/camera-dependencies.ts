import type { Camera, CameraChoice } from './open-camera.ts';
import type { Vision, VisionEvents } from './vision.ts';

/** What it takes to watch a camera, from the outside. */
export interface CameraDependencies {
  /** @throws CameraError */
  readonly openCamera: (choice: CameraChoice) => Promise<Camera>;
  readonly startVision: (events: VisionEvents) => Vision;
  /** Milliseconds since the epoch, never going backwards; the worker reads the same clock. */
  readonly nowMs: () => number;
}
