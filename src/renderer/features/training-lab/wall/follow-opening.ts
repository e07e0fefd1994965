/** While images are being opened the wall asks again, but not at each of them: a list of all is long. */
export const ASK_EVERY_MS = 5_000;

/**
 * Asks again some time after images were opened, however many there are meanwhile.
 *
 * @param listen Tells each time that some were opened. @returns What ends it.
 * @returns What ends it.
 */
export function followOpening(listen: (onOpened: () => void) => () => void, ask: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const end = listen(() => {
    timer ??= setTimeout(() => {
      timer = null;
      ask();
    }, ASK_EVERY_MS);
  });
  return () => {
    if (timer) clearTimeout(timer);
    end();
  };
}
