import type { RunningSession } from '../../../../contract/sessions.ts';
import { call } from '../../../client/client.ts';
import type { Client } from '../../../client/create-client.ts';
import { askWhoIsThere } from '../../../client/query-client.ts';
import { Published } from '../shared/published.ts';
import { startVideoWorker } from '../video/video-recorder.ts';
import { CameraError } from '../vision/camera-error.ts';
import { listCameras, watchCameras } from '../vision/list-cameras.ts';
import { type CameraChoice, openCamera } from '../vision/open-camera.ts';
import { sharedNowMs } from '../vision/shared-now-ms.ts';
import { startVision } from '../vision/vision.ts';
import type { LiveOptions } from './live-dependencies.ts';
import { LiveSession } from './live-session.ts';
import type { LivePhase } from './live-state.ts';

/** The one session of this window, if there is one. It outlives the page that shows it. */
const current = new Published<{ readonly session: LiveSession | null }>({ session: null }, 0);

export const { snapshot: currentSession, subscribe: watchCurrentSession } = current;

/** Which camera this tab used last; nothing about a child. */
const LAST_CAMERA_KEY = 'faceward.camera';

/** Begins a session, or goes on with one; the last one of this window must be over. */
export function startSession(options: LiveOptions): void {
  if (options.camera.kind === 'webcam') sessionStorage.setItem(LAST_CAMERA_KEY, options.camera.deviceId);
  const session = new LiveSession(options, {
    call: callAsSomebody,
    openCamera,
    startVision,
    startVideoWorker,
    watchCameras,
    nowMs: sharedNowMs,
    wallMs: Date.now,
  });
  current.change({ session });
  void session.start();
}

/**
 * Goes on in this window with a session that ran in one that is gone, or in another.
 *
 * @throws CameraError if the machine has no camera. CallError if the child cannot be read.
 */
export async function goOnWith({ session }: RunningSession): Promise<void> {
  const child = (await call('children.list', {})).find(({ id }) => id === session.childId);
  if (!child) return;
  const camera: CameraChoice = session.source === 'demo-clip' ? { kind: 'demo-clip' } : await lastCamera();
  startSession({ child, camera, protocolId: null, keepsVideo: false, goesOnWith: session.id });
}

/** Reads another camera from now on, in this session and, once it is open, in the next ones of this tab. */
export async function changeCamera(session: LiveSession, deviceId: string): Promise<void> {
  await session.cameras.to(deviceId);
  const { choice } = session.cameras;
  if (choice.kind === 'webcam') sessionStorage.setItem(LAST_CAMERA_KEY, choice.deviceId);
}

/** Puts away a session that is over. */
export function leaveSession(): void {
  current.change({ session: null });
}

/** True while something would be lost, or left without its recorder, if the window went. */
export function isUnderWay(phase: LivePhase): boolean {
  return phase !== 'stopped' && phase !== 'refused' && phase !== 'failed';
}

/** The camera that this tab used last, or the first there is. */
async function lastCamera(): Promise<CameraChoice> {
  const cameras = await listCameras();
  const lastId = sessionStorage.getItem(LAST_CAMERA_KEY);
  const camera = cameras.find(({ deviceId }) => deviceId === lastId) ?? cameras[0];
  if (!camera) throw new CameraError('not-found');
  return { kind: 'webcam', deviceId: camera.deviceId };
}

/** A session keeps calling when nobody is signed in any more: the window must then find that out. */
const callAsSomebody: Client['call'] = async (name, input) => {
  try {
    return await call(name, input);
  } catch (error) {
    askWhoIsThere(error);
    throw error;
  }
};

window.addEventListener('pagehide', () => current.current.session?.windowGoes());
window.addEventListener('beforeunload', (event) => {
  const phase = current.current.session?.state.current.phase;
  // The browser asks in its own words; the desktop program in ours.
  if (phase && isUnderWay(phase)) event.preventDefault();
});
