import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadFrame } from './read-film.ts';

/** Where what was read of films is kept, so that a long measurement can be split and another rule tried on the same readings. */
export class KeptReadings {
  readonly #dir: string | null;
  readonly #untilMs: number;

  /**
   * @param dir Null keeps nothing.
   * @param minutes No film is begun after so long.
   */
  constructor(dir: string | null, minutes = Number.POSITIVE_INFINITY) {
    this.#dir = dir;
    this.#untilMs = performance.now() + minutes * 60_000;
    if (dir) mkdirSync(dir, { recursive: true });
  }

  /** @returns Null when it is not kept and the time is over. */
  async of(name: string, read: () => Promise<ReadFrame[]>): Promise<ReadFrame[] | null> {
    const path = this.#dir && join(this.#dir, `${name}.json`);
    if (path) {
      try {
        return JSON.parse(readFileSync(path, 'utf8'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    if (performance.now() > this.#untilMs) return null;
    const frames = await read();
    if (path) writeFileSync(path, JSON.stringify(frames));
    return frames;
  }
}
