/** Functions that run in the window: each stands for itself, since only its own text is sent there. */

interface Frames {
  readonly frames: number;
  /** From the call to the drawn map. */
  readonly tookMs: number;
  /** From the call until the page says how far the laying out is. */
  readonly askedMs: number;
  /** Longest time between two frames. */
  readonly longestMs: number;
  /** Times between two frames above 100 ms, which people see. */
  readonly over100: number;
}

/** Looks at every frame of the page until the map stands on it. */
export async function framesUntilDrawn(): Promise<Frames> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const startMs = await frame();
  let [frames, longestMs, over100, askedMs] = [0, 0, 0, 0];
  for (let beforeMs = startMs; ; ) {
    const nowMs = await frame();
    frames += 1;
    longestMs = Math.max(longestMs, nowMs - beforeMs);
    if (nowMs - beforeMs > 100) over100 += 1;
    beforeMs = nowMs;
    if (askedMs === 0 && document.querySelector('main [role=progressbar]')) askedMs = nowMs - startMs;
    // The legend's canvas is none: the map's is the large one.
    const isDrawn = [...document.querySelectorAll('main canvas')].some((each) => each.clientWidth > 300);
    if (isDrawn) return { frames, tookMs: nowMs - startMs, askedMs, longestMs, over100 };
  }
}
