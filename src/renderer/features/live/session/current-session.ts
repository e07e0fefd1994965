import { call } from '../../../client/client.ts';
import { Published } from '../shared/published.ts';
import { watchCameras } from '../vision/list-cameras.ts';
import { openCamera } from '../vision/open-camera.ts';
import { sharedNowMs } from '../vision/shared-now-ms.ts';
import { startVision } from '../vision/vision.ts';
import type { LiveOptions } from './live-dependencies.ts';
import { LiveSession } from './live-session.ts';

/** The one session of this window, if there is one. It outlives the page that shows it. */
const current = new Published<{ readonly session: LiveSession | null }>({ session: null }, 0);

export const { snapshot: currentSession, subscribe: watchCurrentSession } = current;

/** Begins a session; the last one must be over. */
export function startSession(options: LiveOptions): void {
  const session = new LiveSession(options, {
    call,
    openCamera,
    startVision,
    watchCameras,
    nowMs: sharedNowMs,
    wallMs: Date.now,
  });
  current.change({ session });
  void session.start();
}

/** Puts away a session that is over. */
export function leaveSession(): void {
  current.change({ session: null });
}

window.addEventListener('pagehide', () => current.current.session?.sendNow());
