import type { Wording } from '../wording.ts';
import { type Entry, timeOf } from './entries.ts';
import { HEADING_PT, heading, PAGE, quiet, type Sheet } from './sheet.node.ts';
import { fits, longTable, shortTable, type TableColumn, tableHeightPt } from './table.node.ts';

/** The remark below a table that had to be cut. */
const REMARK_PT = 14;

/** Width of the times of day. */
const WALL_PT = 40;

/**
 * The markers and observations that the rest of the page has room for, one line each.
 *
 * @returns True when that was all of them, whole.
 */
export function drawEntries(sheet: Sheet, entries: readonly Entry[], wording: Wording): boolean {
  const columns = columnsOf(entries, wording);
  const roomPt = PAGE.bottomPt - sheet.yPt - HEADING_PT;
  let shown = entries.length;
  while (shown > 0 && tableHeightPt(sheet, shown) > roomPt - (shown < entries.length ? REMARK_PT : 0)) shown -= 1;
  if (entries.length > 0 && shown === 0) {
    if (PAGE.bottomPt - sheet.yPt > REMARK_PT)
      quiet(
        sheet,
        wording.report(($) => $.entries.more, { shown: 0, count: entries.length }),
      );
    return false;
  }
  heading(
    sheet,
    wording.report(($) => $.entries.heading),
    { keepPt: 0 },
  );
  if (entries.length === 0) {
    quiet(
      sheet,
      wording.report(($) => $.none),
    );
    return true;
  }
  const rows = entries.slice(0, shown).map((entry) => rowOf(entry, wording));
  shortTable(sheet, columns, rows);
  const isWhole = shown === entries.length && rows.every((row) => fits(sheet, columns, row));
  if (!isWhole && PAGE.bottomPt - sheet.yPt > REMARK_PT)
    quiet(
      sheet,
      wording.report(($) => $.entries.more, { shown, count: entries.length }),
    );
  return isWhole;
}

/** All of them, whole, on as many pages as it takes. */
export function drawAllEntries(sheet: Sheet, entries: readonly Entry[], wording: Wording): void {
  heading(
    sheet,
    wording.report(($) => $.entries.all),
  );
  longTable(
    sheet,
    columnsOf(entries, wording),
    entries.map((entry) => rowOf(entry, wording)),
  );
}

/** With a column for the time of day where the entries have one. */
function columnsOf(entries: readonly Entry[], { report }: Wording): TableColumn[] {
  const isTold = entries.some(({ wall }) => wall !== null);
  return [
    { title: report(($) => $.entries.number), widthPt: 24, align: 'right' },
    { title: report(($) => $.entries.at), widthPt: 78 },
    ...(isTold ? [{ title: report(($) => $.entries.timeOfDay), widthPt: WALL_PT }] : []),
    { title: report(($) => $.entries.what), widthPt: 84 },
    { title: report(($) => $.entries.text), widthPt: 252 - (isTold ? WALL_PT : 0) },
    { title: report(($) => $.entries.by), widthPt: 60 },
  ];
}

function rowOf(entry: Entry, wording: Wording): string[] {
  const wall = entry.wall === null ? [] : [entry.wall];
  return [String(entry.number), timeOf(entry, wording), ...wall, entry.what, entry.text, entry.by];
}
