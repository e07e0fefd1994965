import { call } from '../../client/client.ts';
import { queryClient } from '../../client/query-client.ts';

/** How soon the service is asked again when it could not be reached. */
const AGAIN_AFTER_MS = 2000;

/**
 * Whether this window is covered. The cover falls at once, whether or not the service can be reached; from the moment it
 * knows, it also answers nothing but what goes on behind the cover.
 */
let isCovered = false;
const hearers = new Set<() => void>();

export function screenIsCovered(): boolean {
  return isCovered;
}

/** @returns The function that ends it; for useSyncExternalStore. */
export function watchScreen(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Covers the screen and tells the service; what this window has read of children is forgotten. */
export function lockScreen(): void {
  if (isCovered) return;
  cover(true);
  void tellService();
}

/** Somebody has unlocked it. */
export function uncoverScreen(): void {
  cover(false);
}

function cover(covered: boolean): void {
  isCovered = covered;
  for (const hear of hearers) hear();
}

async function tellService(): Promise<void> {
  try {
    await call('site.lock', {});
    await queryClient.resetQueries({ queryKey: ['site.status'] });
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'site.status' });
  } catch {
    if (isCovered) setTimeout(() => isCovered && void tellService(), AGAIN_AFTER_MS);
  }
}
