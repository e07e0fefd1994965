import type { Child } from '../../../../contract/children.ts';
import type { Client } from '../../../client/create-client.ts';
import type { VideoWorker } from '../video/video-recorder.ts';
import type { CameraDependencies } from '../vision/camera-dependencies.ts';
import type { CameraChoice } from '../vision/open-camera.ts';

/** What a session needs from the outside. */
export interface LiveDependencies extends CameraDependencies {
  readonly call: Client['call'];
  readonly startVideoWorker: () => VideoWorker;
  /** Calls back when a camera is plugged in or out, or allowed or forbidden. @returns The function that ends it. */
  readonly watchCameras: (hear: () => void) => () => void;
  /** Milliseconds since the epoch as the machine shows them: they go on while it sleeps, and can be set. */
  readonly wallMs: () => number;
}

/** What a session is of. */
export interface LiveOptions {
  readonly child: Child;
  readonly camera: CameraChoice;
  /** What a new session is to be like; null for one without. */
  readonly protocolId: string | null;
  /** Whether a new session is to keep video. */
  readonly keepsVideo: boolean;
  /** The session that runs already and is gone on with; null for a new one. */
  readonly goesOnWith: string | null;
}
