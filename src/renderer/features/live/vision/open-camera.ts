/** Where frames come from: a webcam by its device id ('' for the system's first), or the demo clip. */
export type CameraChoice = { readonly kind: 'webcam'; readonly deviceId: string } | { readonly kind: 'demo-clip' };

/** A camera that is open. */
export interface Camera {
  /** Its name for a person. */
  readonly name: string;
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

/** Chromium's way to hand frames to a worker; the DOM types do not know it yet. */
declare const MediaStreamTrackProcessor: {
  new (options: { track: MediaStreamTrack; maxBufferSize: number }): { readonly readable: ReadableStream<VideoFrame> };
};

const CLIP_URL = '/demo-clip/child-session.mp4';

/**
 * Opens a camera.
 *
 * @throws Error with a sentence for a person: what is wrong and what to do.
 */
export async function openCamera(choice: CameraChoice): Promise<Camera> {
  if (typeof MediaStreamTrackProcessor === 'undefined') {
    throw new Error('This browser cannot read camera frames in the background: use Chrome, Edge or the desktop app.');
  }
  return choice.kind === 'webcam' ? openWebcam(choice.deviceId) : openClip();
}

async function openWebcam(deviceId: string): Promise<Camera> {
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
    throw new Error(cameraProblem(error), { cause: error });
  }
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('The camera gave no picture: choose another one.');
  return {
    name: track.label || 'Camera',
    ...cameraOver(track),
    async begin() {},
    setPaused(isPaused) {
      track.enabled = !isPaused;
    },
    close: () => track.stop(),
  };
}

async function openClip(): Promise<Camera> {
  const video = document.createElement('video');
  video.src = CLIP_URL;
  video.muted = true;
  video.loop = true;
  video.preload = 'auto';
  await new Promise<void>((resolve, reject) => {
    video.addEventListener('canplaythrough', () => resolve(), { once: true });
    video.addEventListener(
      'error',
      () => reject(new Error('The demo clip could not be read: reinstall the program.')),
      {
        once: true,
      },
    );
  });
  const stream = (video as HTMLVideoElement & { captureStream(): MediaStream }).captureStream();
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('The demo clip gave no picture: use a current Chrome, Edge or the desktop app.');
  return {
    name: 'Demo clip',
    ...cameraOver(track),
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
      track.stop();
      video.removeAttribute('src');
      video.load();
    },
  };
}

function cameraOver(track: MediaStreamTrack): Pick<Camera, 'takeFrames' | 'onLost'> {
  return {
    takeFrames: () => new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable,
    // "ended" is not fired for a track that we stop ourselves.
    onLost: (hear) => track.addEventListener('ended', hear, { once: true }),
  };
}

function cameraProblem(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') {
    return 'The camera may not be used: allow the camera for this program in the browser or in the system settings, then try again.';
  }
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    return 'No such camera was found: plug it in or choose another one, then try again.';
  }
  if (name === 'NotReadableError' || name === 'AbortError') {
    return 'The camera is in use by another program: close that program, then try again.';
  }
  return `The camera could not be opened (${error instanceof Error ? error.message : String(error)}): try again or choose another one.`;
}
