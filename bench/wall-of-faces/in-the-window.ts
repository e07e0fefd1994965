/** Functions that run in the window: each stands for itself, since only its own text is sent there. */

/** Waits until every row on the screen has all of its faces. A wall that was marked as old does not count. */
export async function untilFull(): Promise<void> {
  for (;;) {
    const wall = document.querySelector('[role=application]:not([data-old])');
    if (wall) {
      const { top, bottom } = wall.getBoundingClientRect();
      const rows = [...wall.querySelectorAll('canvas')].filter((row) => {
        const place = row.getBoundingClientRect();
        return place.bottom > top && place.top < bottom;
      });
      if (rows.length > 0 && rows.every((row) => row.dataset.loaded === 'true')) return;
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

interface Scrolled {
  /** Pictures that the browser drew. */
  readonly frames: number;
  /** Longest time in which no row on the screen had its faces. */
  readonly longestBlankMs: number;
  /** Longest time in which some row on the screen had not. */
  readonly longestWaitingMs: number;
  /** Share of the pictures in which some row had not. */
  readonly waitingShare: number;
}

/** Scrolls the wall from its beginning to its end at one pace, and looks at every picture that the browser draws. */
export async function scrollThrough(seconds: number): Promise<Scrolled> {
  const wall = document.querySelector('[role=application]');
  if (!wall) throw new Error('the wall was expected on the page; it is not there');
  wall.scrollTop = 0;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const startMs = await frame();
  const lengthPx = wall.scrollHeight - wall.clientHeight;
  let [frames, waiting, longestBlankMs, longestWaitingMs] = [0, 0, 0, 0];
  let [fullAtMs, anyAtMs] = [startMs, startMs];
  for (let nowMs = startMs; nowMs - startMs < 1000 * seconds; nowMs = await frame()) {
    const { top, bottom, height } = wall.getBoundingClientRect();
    let [coveredPx, loadedRows, missingRows] = [0, 0, 0];
    for (const row of wall.querySelectorAll('canvas')) {
      const place = row.getBoundingClientRect();
      const shownPx = Math.min(place.bottom, bottom) - Math.max(place.top, top);
      if (shownPx <= 0) continue;
      coveredPx += shownPx;
      if (row.dataset.loaded === 'true') loadedRows += 1;
      else missingRows += 1;
    }
    // Where no row lies yet is as empty as a row without faces.
    const isFull = missingRows === 0 && coveredPx > height - 2;
    frames += 1;
    if (!isFull) waiting += 1;
    longestWaitingMs = Math.max(longestWaitingMs, isFull ? 0 : nowMs - fullAtMs);
    longestBlankMs = Math.max(longestBlankMs, loadedRows > 0 ? 0 : nowMs - anyAtMs);
    if (isFull) fullAtMs = nowMs;
    if (loadedRows > 0) anyAtMs = nowMs;
    wall.scrollTop = ((nowMs - startMs) / (1000 * seconds)) * lengthPx;
  }
  return { frames, longestBlankMs, longestWaitingMs, waitingShare: waiting / frames };
}

/** Goes to places anywhere on the wall. @returns How long each took until the screen was full. */
export async function jumpAbout(jumps: number): Promise<number[]> {
  const wall = document.querySelector('[role=application]');
  if (!wall) throw new Error('the wall was expected on the page; it is not there');
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const tookMs: number[] = [];
  for (let jump = 0; jump < jumps; jump += 1) {
    const fromMs = performance.now();
    // The golden ratio's multiples lie everywhere, and no two near each other.
    wall.scrollTop = ((jump * 0.618034) % 1) * (wall.scrollHeight - wall.clientHeight);
    await frame();
    for (;;) {
      await frame();
      const { top, bottom } = wall.getBoundingClientRect();
      const rows = [...wall.querySelectorAll('canvas')].filter((row) => {
        const place = row.getBoundingClientRect();
        return place.bottom > top && place.top < bottom;
      });
      if (rows.length > 0 && rows.every((row) => row.dataset.loaded === 'true')) break;
    }
    tookMs.push(performance.now() - fromMs);
  }
  return tookMs;
}
