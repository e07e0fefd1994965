import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Outcome } from './trial.ts';

export interface TriedOutcome extends Outcome {
  readonly kind: string;
  readonly trial: number;
}

const FORMAT = 'faceward-faults/1';

/** What was tried so far, in memory and, a line a trial, in a file that a later run goes on with. */
export class Tally {
  readonly #outcomes: TriedOutcome[] = [];
  readonly #file: string | null;

  /**
   * @param file Null keeps nothing.
   * @throws Error if the file is of another seed or of another kind.
   */
  constructor(file: string | null, seed: number) {
    this.#file = file;
    if (file === null) return;
    if (!existsSync(file)) {
      writeFileSync(file, `${JSON.stringify({ format: FORMAT, seed })}\n`);
      return;
    }
    const text = readFileSync(file, 'utf8');
    const [head = '', ...lines] = text.split('\n');
    const found = parsed(head) as { format?: unknown; seed?: unknown } | null;
    if (found?.format !== FORMAT) throw new Error(`${file} is not what this program writes: name another file`);
    if (found.seed !== seed) {
      throw new Error(
        `${file} was begun with --seed ${found.seed}; found --seed ${seed}: name another file or that seed`,
      );
    }
    // A line that a kill has cut off is tried again, and the next one must not stand on it.
    if (!text.endsWith('\n')) appendFileSync(file, '\n');
    this.#outcomes.push(...lines.flatMap((line) => (parsed(line) as TriedOutcome | null) ?? []));
  }

  get trials(): number {
    return this.#outcomes.length;
  }

  /** The number of the next trial of a kind. */
  next(kind: string): number {
    return this.#outcomes.filter((each) => each.kind === kind).length;
  }

  add(outcome: TriedOutcome): void {
    this.#outcomes.push(outcome);
    if (this.#file !== null) appendFileSync(this.#file, `${JSON.stringify(outcome)}\n`);
  }

  /** Trials with something lost, corrupt or crashed. */
  get bad(): readonly TriedOutcome[] {
    return this.#outcomes.filter(({ findings }) => findings.length > 0);
  }

  /** A row a kind and one of all. */
  rows(): string[] {
    const kinds = [...new Set(this.#outcomes.map(({ kind }) => kind))];
    const head = ['', 'trials', 'inputs', 'lost', 'corrupt', 'crashed', 'ends'];
    const rows = [
      head,
      ...kinds.map((kind) =>
        rowOf(
          kind,
          this.#outcomes.filter((each) => each.kind === kind),
        ),
      ),
      rowOf('all', this.#outcomes),
    ];
    const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
    return rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    );
  }
}

function rowOf(name: string, outcomes: readonly TriedOutcome[]): string[] {
  const with_ = (kind: string) => outcomes.filter(({ findings }) => findings.some((each) => each.kind === kind)).length;
  const ends = Object.entries(Object.groupBy(outcomes, ({ end }) => end)).map(
    ([end, each]) => `${end} ${each!.length}`,
  );
  return [
    name,
    String(outcomes.length),
    // A fault is one; hostile inputs come many to a trial.
    String(outcomes.reduce((sum, { inputs = 1 }) => sum + inputs, 0)),
    ...['lost', 'corrupt', 'crashed'].map((kind) => String(with_(kind))),
    ends.join(', '),
  ];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A line that was cut off, or is none of ours.
    return null;
  }
}
