import cliProgress from 'cli-progress';
import type { TextTable } from '../../core/evaluation/evaluation-table.ts';

/** What people read goes to stderr while something runs, and what was asked for to stdout. */

export function sayResult(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A result of as many lines as there are, and of nothing where there are none. */
export function sayLines(lines: readonly string[]): void {
  for (const line of lines) sayResult(line);
}

export function sayBeside(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** One JSON document on a line of its own. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** The table in columns. */
export function columns({ header, rows }: TextTable): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/**
 * A bar on stderr where somebody watches it, and nothing elsewhere.
 *
 * @param label What is counted, e.g. "faces".
 */
export function progressBar(label: string, { quiet }: { quiet: boolean }): Progress {
  if (quiet || !process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar(
    { format: `${label} {bar} {value}/{total}  {eta_formatted} left`, stream: process.stderr, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, total) {
      if (started) bar.update(done);
      else bar.start(total, done);
      started = true;
    },
    stop: () => bar.stop(),
  };
}
