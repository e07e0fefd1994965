import { CameraError, type CameraProblem } from './camera-error.ts';
import { type FrameWay, frameWays } from './frames/frame-way.ts';
import { framesOfVideo } from './frames/frames-of-video.ts';

/** Where frames come from: a webcam by its device id ('' for the system's first), or the demo clip. */
export type CameraChoice = { readonly kind: 'webcam'; readonly deviceId: string } | { readonly kind: 'demo-clip' };

/** By which name the service knows a camera: one session each. The clip is no camera. */
export function cameraId(choice: CameraChoice): string {
  return choice.kind === 'webcam' ? choice.deviceId : '';
}

/** At whoever holds the device, or away from them. */
export type Facing = 'user' | 'environment' | null;

/** A camera that is open. */
export interface Camera {
  /** Its name for a person. */
  readonly name: string;
  /** Where a tablet's camera looks; null where nobody says. */
  readonly facing: Facing;
  /** A new stream of its frames, for one reader; to be taken once. */
  takeFrames(): ReadableStream<VideoFrame>;
  /** Called when it is unplugged, taken away or refused; not when it is closed. */
  onLost(hear: () => void): void;
  /** The clip is set to its beginning and runs; a webcam runs already. */
  begin(): Promise<void>;
  /** While paused the camera gives no picture. */
  setPaused(isPaused: boolean): void;
  close(): void;
}

/** Chromium's way to take a track's frames; the DOM types do not know it yet. */
declare const MediaStreamTrackProcessor: {
  new (options: { track: MediaStreamTrack; maxBufferSize: number }): { readonly readable: ReadableStream<VideoFrame> };
};

const CLIP_URL = '/demo-clip/child-session.mp4';

/**
 * Opens a camera.
 *
 * @param silences How often it was open and gave no picture: each time its frames are taken another way, if there is one.
 * @throws CameraError
 */
export async function openCamera(choice: CameraChoice, silences = 0): Promise<Camera> {
  const ways = frameWays();
  const way = ways[silences % ways.length];
  if (!way) throw new CameraError('cannot-read');
  return choice.kind === 'webcam' ? openWebcam(choice.deviceId, way) : openClip(way);
}

async function openWebcam(deviceId: string, way: FrameWay): Promise<Camera> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: {
        ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
        width: { ideal: 640 },
        height: { ideal: 480 },
        frameRate: { ideal: 30 },
      },
      audio: false,
    });
  } catch (error) {
    throw new CameraError(cameraProblem(error), { cause: error });
  }
  const [track] = stream.getVideoTracks();
  if (!track) throw new CameraError('no-picture');
  return {
    name: track.label || 'Camera',
    facing: facingOf(track),
    ...(way === 'track' ? cameraOver(track) : shownCamera(track, stream)),
    async begin() {},
    setPaused(isPaused) {
      track.enabled = !isPaused;
    },
  };
}

async function openClip(way: FrameWay): Promise<Camera> {
  const video = document.createElement('video');
  video.src = CLIP_URL;
  video.muted = true;
  video.loop = true;
  video.preload = 'auto';
  await new Promise<void>((resolve, reject) => {
    video.addEventListener('canplaythrough', () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new CameraError('clip-unreadable')), {
      once: true,
    });
  });
  const { close, ...camera } = way === 'track' ? capturedClip(video) : shownClip(video);
  return {
    name: 'Demo clip',
    facing: null,
    ...camera,
    async begin() {
      video.currentTime = 0;
      await video.play();
    },
    setPaused(isPaused) {
      if (isPaused) video.pause();
      else void video.play();
    },
    close() {
      video.pause();
      close();
      video.removeAttribute('src');
      video.load();
    },
  };
}

/** How the frames of an open camera are taken, and its end. */
type FrameSource = Pick<Camera, 'takeFrames' | 'onLost' | 'close'>;

function cameraOver(track: MediaStreamTrack): FrameSource {
  return {
    takeFrames: () => new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable,
    // "ended" is not fired for a track that we stop ourselves.
    onLost: (hear) => track.addEventListener('ended', hear, { once: true }),
    close: () => track.stop(),
  };
}

/** By way of a video element that is on no page. */
function shownCamera(track: MediaStreamTrack, stream: MediaStream): FrameSource {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  // One that shows nothing is noticed by the pictures that do not come.
  video.play().catch(() => {});
  const ended = new AbortController();
  track.addEventListener('ended', () => ended.abort(), { once: true });
  return {
    takeFrames: () => framesOfVideo(video, ended.signal),
    onLost: (hear) => track.addEventListener('ended', hear, { once: true }),
    close() {
      track.stop();
      ended.abort();
      video.srcObject = null;
    },
  };
}

function capturedClip(video: HTMLVideoElement): FrameSource {
  const stream = (video as HTMLVideoElement & { captureStream(): MediaStream }).captureStream();
  const [track] = stream.getVideoTracks();
  if (!track) throw new CameraError('cannot-read');
  return cameraOver(track);
}

function shownClip(video: HTMLVideoElement): FrameSource {
  const ended = new AbortController();
  return {
    takeFrames: () => framesOfVideo(video, ended.signal),
    // A file is not unplugged.
    onLost() {},
    close: () => ended.abort(),
  };
}

function facingOf(track: MediaStreamTrack): Facing {
  const { facingMode } = track.getSettings();
  return facingMode === 'user' || facingMode === 'environment' ? facingMode : null;
}

function cameraProblem(error: unknown): CameraProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
      return 'not-allowed';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not-found';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'other';
  }
}
