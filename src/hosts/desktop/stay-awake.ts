import type { PowerSaveBlocker } from 'electron';
import type { Service } from '../../service/service.ts';

/**
 * Keeps the machine and its screen awake while a session runs: staff read the screen from a distance.
 *
 * @returns The function that ends it.
 */
export function stayAwakeInSessions(blocker: PowerSaveBlocker, service: Pick<Service, 'onSessionRunning'>): () => void {
  let blockerId: number | null = null;
  const set = (running: boolean) => {
    if (running && blockerId === null) blockerId = blocker.start('prevent-display-sleep');
    if (!running && blockerId !== null) {
      blocker.stop(blockerId);
      blockerId = null;
    }
  };
  const end = service.onSessionRunning(set);
  return () => {
    end();
    set(false);
  };
}
