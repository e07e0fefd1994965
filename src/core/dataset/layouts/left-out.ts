import type { DatasetProblem } from '../dataset.ts';

/** Counts rows that are left out for one reason many times over, so that each reason is one problem and not thousands. */
export class LeftOut {
  readonly #dir: string;
  readonly #path: string;
  readonly #rows = new Map<string, number>();

  /** @param path The file whose rows they are. */
  constructor(dir: string, path: string) {
    this.#dir = dir;
    this.#path = path;
  }

  /** @param reason To follow "… were left out: ", the same words for all rows that it holds for. */
  add(reason: string): void {
    this.#rows.set(reason, (this.#rows.get(reason) ?? 0) + 1);
  }

  problems(): DatasetProblem[] {
    return [...this.#rows].map(([reason, rows]) => ({
      dir: this.#dir,
      row: null,
      path: this.#path,
      reason: `${rows} ${rows === 1 ? 'row was' : 'rows were'} left out: ${reason}`,
    }));
  }
}
