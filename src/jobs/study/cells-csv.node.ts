import { parse } from 'csv-parse/sync';
import { type CellResult, cellResultSchema } from '../../core/study/cell-result.ts';
import type { PlannedCell } from '../../core/study/learning-curves.ts';
import type { Cell as StudyCell } from '../../core/study/study.ts';
import { type Cell, csvRows } from '../../core/tables/csv.node.ts';
import { schemaFault } from '../../core/words/schema-fault.ts';

/** Whole, so that a study can be collected from it: the table is small enough for a repository, and its cells' files are many. */
const COLUMNS = [
  ...['id', 'learner', 'regime', 'ablation', 'size', 'seed', 'draw', 'state'],
  ...['accuracy', 'balancedAccuracy', 'macroF1', 'negativeAgainstNeutralAuc', 'valBalancedAccuracy', 'valLoss'],
  ...['steps', 'rows', 'seconds', 'starts', 'finishedAtIso', 'code', 'reason', 'predicted'],
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

const NOT_RUN = 'not run';

/** The cells of a study with their results, a row each. */
export function cellsCsv(cells: readonly PlannedCell[], idOf: (cell: StudyCell) => string): string {
  const rows = cells.map(({ cell, result }): Row => {
    const { tunes: _, ...scheme } = cell;
    return { id: idOf(cell), ...scheme, ...(result ? rowOf(result) : { state: NOT_RUN }) };
  });
  return csvRows([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? null))]);
}

function rowOf(result: CellResult): Row {
  const { kind: state, finishedAtIso } = result;
  if (result.kind === 'failed') return { state, finishedAtIso, code: result.code, reason: result.reason };
  const { val, steps, rows, seconds, starts } = result;
  const taken = { steps, rows, seconds: Number(seconds.toFixed(1)), starts };
  const chosenBy = { valBalancedAccuracy: val.balancedAccuracy, valLoss: val.loss };
  const tested = result.kind === 'done' ? { ...result.figures, predicted: result.predicted } : {};
  return { state, finishedAtIso, ...taken, ...chosenBy, ...tested };
}

/**
 * The results in such a table, by the ids of their cells.
 *
 * @param file Named in the error.
 * @throws Error if it is damaged, naming the row.
 */
export function resultsInCsv(text: string, file: string): Map<string, CellResult> {
  const found = new Map<string, CellResult>();
  for (const [index, row] of rowsOf(text, file).entries()) {
    if (row.state === NOT_RUN) continue;
    const result = cellResultSchema.safeParse(resultOf(row), { reportInput: true });
    if (!result.success) {
      const found = schemaFault(result.error.issues[0]!);
      throw new Error(`${file}: a cell's result was expected in row ${index + 2}; found: ${found}`);
    }
    found.set(result.data.id, result.data);
  }
  return found;
}

function rowsOf(text: string, file: string): Record<string, string>[] {
  try {
    return parse(text, { columns: true });
  } catch (cause) {
    throw new Error(`${file}: the table of a study's cells was expected; found no table`, { cause });
  }
}

function resultOf(row: Record<string, string>): unknown {
  const number = (name: string) => (row[name] === '' ? null : Number(row[name]));
  const { id, state: kind, finishedAtIso, code, predicted } = row;
  // A sentence that begins like a formula was written with a quote before it.
  const reason = row.reason?.replace(/^'(?=[=+\-@])/, '');
  const { steps, rows, seconds } = { steps: number('steps'), rows: number('rows'), seconds: number('seconds') };
  // A table of before starts were counted has no such column.
  const starts = row.starts ? Number(row.starts) : undefined;
  const val = { balancedAccuracy: number('valBalancedAccuracy'), loss: number('valLoss') };
  const figures = {
    accuracy: number('accuracy'),
    balancedAccuracy: number('balancedAccuracy'),
    macroF1: number('macroF1'),
    negativeAgainstNeutralAuc: number('negativeAgainstNeutralAuc'),
  };
  return { kind, id, finishedAtIso, code, reason, predicted, steps, rows, seconds, starts, val, figures };
}
