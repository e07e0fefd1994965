import { useHotkeys } from '@mantine/hooks';

/**
 * Keys that act at once while a session runs: not while somebody is typing, not in a dialog, and once per press however
 * long the key is held.
 */
export function useSessionKeys(actions: readonly (readonly [key: string, act: () => void])[]): void {
  useHotkeys(
    actions.map(([key, act]) => [
      key,
      (event) => {
        if (!event.repeat && !isInDialog(event.target)) act();
      },
    ]),
  );
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}
