import type { Failure } from '../../words/failure.ts';
import type { DatasetProblem } from '../dataset.ts';

/** Counts rows that are left out for one reason many times over, so that each reason is one problem and not thousands. */
export class LeftOut {
  readonly #dir: string;
  readonly #path: string;
  /** By the reason with its values. */
  readonly #rows = new Map<string, { readonly why: Failure; readonly rows: number }>();

  /** @param path The file whose rows they are. */
  constructor(dir: string, path: string) {
    this.#dir = dir;
    this.#path = path;
  }

  /** @param why To follow "… were left out: ", the same for all rows that it holds for. */
  add(why: Failure): void {
    const key = JSON.stringify(why);
    const known = this.#rows.get(key) ?? { why, rows: 0 };
    this.#rows.set(key, { why, rows: known.rows + 1 });
  }

  problems(): DatasetProblem[] {
    return [...this.#rows.values()].map(({ why, rows }) => ({
      dir: this.#dir,
      row: null,
      path: this.#path,
      why,
      rows,
    }));
  }
}
