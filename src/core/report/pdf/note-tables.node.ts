import type { Wording } from '../wording.ts';
import { type Note, timeOf } from './notes.ts';
import { HEADING_PT, heading, PAGE, quiet, type Sheet } from './sheet.node.ts';
import { fits, longTable, shortTable, type TableColumn, tableHeightPt } from './table.node.ts';

/** The remark below a table that had to be cut. */
const REMARK_PT = 14;

/**
 * The markers and observations that the rest of the page has room for, one line each.
 *
 * @returns True when that was all of them, whole.
 */
export function drawNotes(sheet: Sheet, notes: readonly Note[], wording: Wording): boolean {
  const columns = columnsOf(wording);
  const roomPt = PAGE.bottomPt - sheet.yPt - HEADING_PT;
  let shown = notes.length;
  while (shown > 0 && tableHeightPt(sheet, shown) > roomPt - (shown < notes.length ? REMARK_PT : 0)) shown -= 1;
  if (notes.length > 0 && shown === 0) {
    if (PAGE.bottomPt - sheet.yPt > REMARK_PT)
      quiet(
        sheet,
        wording.report(($) => $.notes.more, { shown: 0, count: notes.length }),
      );
    return false;
  }
  heading(
    sheet,
    wording.report(($) => $.notes.heading),
    { keepPt: 0 },
  );
  if (notes.length === 0) {
    quiet(
      sheet,
      wording.report(($) => $.none),
    );
    return true;
  }
  const rows = notes.slice(0, shown).map((note) => rowOf(note, wording));
  shortTable(sheet, columns, rows);
  const isWhole = shown === notes.length && rows.every((row) => fits(sheet, columns, row));
  if (!isWhole && PAGE.bottomPt - sheet.yPt > REMARK_PT)
    quiet(
      sheet,
      wording.report(($) => $.notes.more, { shown, count: notes.length }),
    );
  return isWhole;
}

/** All of them, whole, on as many pages as it takes. */
export function drawAllNotes(sheet: Sheet, notes: readonly Note[], wording: Wording): void {
  heading(
    sheet,
    wording.report(($) => $.notes.all),
  );
  longTable(
    sheet,
    columnsOf(wording),
    notes.map((note) => rowOf(note, wording)),
  );
}

function columnsOf({ report }: Wording): TableColumn[] {
  return [
    { title: report(($) => $.notes.number), widthPt: 30, align: 'right' },
    { title: report(($) => $.notes.at), widthPt: 78 },
    { title: report(($) => $.notes.what), widthPt: 88 },
    { title: report(($) => $.notes.text), widthPt: 232 },
    { title: report(($) => $.notes.by), widthPt: 70 },
  ];
}

function rowOf(note: Note, wording: Wording): string[] {
  return [String(note.number), timeOf(note, wording), note.what, note.text, note.by];
}
