import { currentSession, isUnderWay, watchCurrentSession } from '../session/current-session.ts';
import type { LiveSession } from '../session/live-session.ts';
import { ROOM_HASH, type RoomMessage, roomChannel, TOLD_EVERY_MS } from './room-message.ts';

/** Another window may record another child: each has room views of its own, and a new one after it was loaded again. */
const id = crypto.randomUUID();
const channel = roomChannel(id);

/** Opens a room view of this window's session, for a second display. */
export function openRoomView(): void {
  window.open(`${location.pathname}${ROOM_HASH}${id}`, `room-${id}`, 'popup,width=1280,height=720');
}

/** From now on this window's session is told to its room views: at every change, and several times a second without one. */
export function feedRooms(): void {
  let stop: (() => void) | null = null;
  const follow = () => {
    stop?.();
    const { session } = currentSession();
    stop = session && feed(session);
  };
  watchCurrentSession(follow);
  follow();
}

function feed(session: LiveSession): () => void {
  const tell = () => channel.postMessage(messageOf(session));
  const stopHearing = session.state.subscribe(tell);
  const timer = setInterval(tell, TOLD_EVERY_MS);
  tell();
  return () => {
    stopHearing();
    clearInterval(timer);
    channel.postMessage({ kind: 'ended' } satisfies RoomMessage);
  };
}

function messageOf(session: LiveSession): RoomMessage {
  const { phase, isHeld, displayed, distress } = session.state.snapshot();
  if (!isUnderWay(phase) || phase === 'unstored' || phase === 'stopping') return { kind: 'ended' };
  const { word, confidence } = displayed;
  return {
    kind: 'shows',
    isPaused: isHeld || phase === 'paused',
    displayed: { word, confidence },
    distress: distress?.state ?? null,
  };
}
