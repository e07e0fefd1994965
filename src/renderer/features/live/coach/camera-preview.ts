import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import { PUBLISH_EVERY_MS, Published } from '../shared/published.ts';
import type { CameraDependencies } from '../vision/camera-dependencies.ts';
import { CameraError, type CameraProblem } from '../vision/camera-error.ts';
import type { Camera, CameraChoice, Facing } from '../vision/open-camera.ts';
import { LastPicture, type Picture } from '../vision/picture.ts';
import type { Vision } from '../vision/vision.ts';
import { HeldInstruction } from './held-instruction.ts';
import type { Instruction } from './instruction.ts';

export interface PreviewState {
  /** Null until the first picture. */
  readonly instruction: Instruction | null;
  /** Why there is no picture; null otherwise. */
  readonly problem: CameraProblem | null;
  readonly facing: Facing;
}

/**
 * The camera's picture before a session, for placing the camera: faces are found and measured, no emotion is read,
 * nothing is stored.
 */
export class CameraPreview {
  readonly state = new Published<PreviewState>({ instruction: null, problem: null, facing: null }, PUBLISH_EVERY_MS);
  readonly #use: CameraDependencies;
  readonly #held = new HeldInstruction();
  readonly #picture = new LastPicture();
  #camera: Camera | null = null;
  #vision: Vision | null = null;
  #isClosed = false;

  constructor(use: CameraDependencies) {
    this.#use = use;
  }

  get picture(): Picture | null {
    return this.#picture.current;
  }

  /** Opens the camera. Never rejects: what went wrong is in the state. */
  async start(choice: CameraChoice): Promise<void> {
    try {
      this.#camera = await this.#use.openCamera(choice);
      if (this.#isClosed) {
        this.#camera.close();
        return;
      }
      this.state.change({ facing: this.#camera.facing });
      this.#camera.onLost(() => this.#end('lost'));
      this.#vision = this.#use.startVision({
        onResult: (result, frame) => this.#show(result, frame),
        onFrameTaken: () => {},
        onReadsEvery: () => {},
        // Nobody is pointed out in a preview.
        onEnrolment: () => {},
        onFramesEnded: () => this.#end('lost'),
        onFailure: () => this.#end('other'),
      });
      const beganAtMs = this.#use.nowMs();
      this.#vision.watch({
        frames: this.#camera.takeFrames(),
        beganAtMs,
        isDemoClip: false,
        keepsCrops: false,
        keepsVideo: false,
      });
      await this.#camera.begin();
    } catch (error) {
      this.#end(error instanceof CameraError ? error.problem : 'other');
    }
  }

  /** Gives the camera back. */
  close(): void {
    this.#isClosed = true;
    this.#vision?.close();
    this.#vision = null;
    this.#camera?.close();
    this.#camera = null;
    this.#picture.drop();
  }

  #show(result: FrameResult, frame: VideoFrame): void {
    if (this.#isClosed) {
      frame.close();
      return;
    }
    this.#picture.show({ result, frame });
    this.state.change({ instruction: this.#held.show(result) });
  }

  #end(problem: CameraProblem): void {
    if (this.#isClosed) return;
    this.close();
    this.state.change({ instruction: null, problem });
  }
}
