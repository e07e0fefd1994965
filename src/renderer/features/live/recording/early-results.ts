import type { FrameResult } from '../../../../core/reading/frame-result.ts';

/** What a film showed before its session began: while the child had not been found. */
export class EarlyResults {
  #results: FrameResult[] = [];
  #begun: Promise<void> | null = null;

  /** Resolves when the session has begun; null while nothing has been done about it. */
  get begun(): Promise<void> | null {
    return this.#begun;
  }

  add(result: FrameResult): void {
    this.#results.push(result);
  }

  /** Begins the session, once. */
  begin(start: () => Promise<void>): Promise<void> {
    this.#begun ??= start();
    return this.#begun;
  }

  take(): readonly FrameResult[] {
    const results = this.#results;
    this.#results = [];
    return results;
  }
}
