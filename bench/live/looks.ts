import type { Page } from '@playwright/test';

/** What a window did over a stretch of a live session. */
export interface LiveFigures {
  readonly seconds: number;
  readonly looks: number;
  readonly readings: number;
  /** From taking a frame up to its reading's arrival in the window, one a reading. */
  readonly latencyMs: readonly number[];
  /** Tasks of the window's own thread of more than 50 ms. */
  readonly longTaskMs: readonly number[];
}

interface Kept {
  beganAtMs: number;
  looks: number;
  firstLookMs: number;
  lastResultMs: number;
  latencyMs: number[];
  longTaskMs: number[];
}

/**
 * Listens in on what passes between a window and its workers, and on the window's long tasks, from the next load on.
 * The program itself counts nothing for this.
 */
export async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: Kept = { beganAtMs: 0, looks: 0, firstLookMs: 0, lastResultMs: 0, latencyMs: [], longTaskMs: [] };
    Object.assign(window, { kept });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longTaskMs.push(duration);
    }).observe({ entryTypes: ['longtask'] });
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }: MessageEvent) => {
          if (data?.kind !== 'frame-read') return;
          kept.lastResultMs = performance.now();
          if (kept.looks++ === 0) kept.firstLookMs = kept.lastResultMs;
          const atMs = performance.timeOrigin + performance.now() - kept.beganAtMs;
          if (data.result.sample) kept.latencyMs.push(atMs - data.result.atMs);
        });
      }

      override postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
        const { kind, beganAtMs } = message as { kind?: string; beganAtMs?: number };
        if (kind === 'watch' && beganAtMs !== undefined) kept.beganAtMs = beganAtMs;
        super.postMessage(message, options as StructuredSerializeOptions);
      }
    };
  });
}

/** Watches for so many seconds. */
export async function watchLooks(page: Page, seconds: number): Promise<LiveFigures> {
  const taken = await page.evaluate(async (forMs) => {
    const { kept } = window as unknown as { kept: Kept };
    Object.assign(kept, { looks: 0, latencyMs: [], longTaskMs: [] });
    const fromMs = performance.now();
    await new Promise((resolve) => setTimeout(resolve, forMs));
    const { looks, latencyMs, longTaskMs } = kept;
    return { seconds: (performance.now() - fromMs) / 1000, looks, latencyMs, longTaskMs };
  }, seconds * 1000);
  return { ...taken, readings: taken.latencyMs.length };
}

/** Counts from nothing. */
export async function countAnew(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign((window as unknown as { kept: Kept }).kept, { looks: 0, latencyMs: [], longTaskMs: [] });
  });
}

/** Pictures looked at a second, from the first look to the last since the count began. */
export async function looksPerSecond(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { looks, firstLookMs, lastResultMs } = (window as unknown as { kept: Kept }).kept;
    return (1000 * (looks - 1)) / (lastResultMs - firstLookMs);
  });
}
