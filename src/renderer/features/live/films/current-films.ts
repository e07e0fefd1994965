import { call } from '../../../client/client.ts';
import { readRecording } from '../recording/current-recording.ts';
import { FilmQueue } from './film-queue.ts';

/** Whether a locked screen was unlocked is looked at this often. */
const LOOK_AGAIN_MS = 3000;

/** The films that this window reads one after the other. They outlive the page that shows them. */
export const currentFilms = new FilmQueue({
  call,
  read: readRecording,
  newId: () => crypto.randomUUID(),
  untilUnlocked,
});

async function untilUnlocked(): Promise<void> {
  const { user: before } = await call('site.status', {});
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    const { user, isLocked } = await call('site.status', {});
    if (user?.id !== before?.id) throw new Error('somebody else is signed in');
    if (!isLocked) return;
  }
}
