import { heightOf, INK, makeRoom, PAGE, type Sheet, type TextStyle, widthOf, write } from './sheet.node.ts';
import { shorten } from './shorten.ts';
import { furniture, group, openRow, type Row } from './structure.node.ts';

export interface TableColumn {
  readonly title: string;
  readonly widthPt: number;
  readonly align?: 'left' | 'right';
}

const TITLES: TextStyle = { bold: true, sizePt: 7.5, colour: INK.quiet };
const CELLS: TextStyle = { sizePt: 8 };
const GUTTER_PT = 6;
/** No row is taller. */
const MOST_ROW_PT = 600;

/** Height of a table of one-line rows, titles included. */
export function tableHeightPt(sheet: Sheet, rows: number): number {
  return (rows + 1) * (heightOf(sheet, 'x', 100, CELLS) + sheet.setting.rowGapPt);
}

/** A table at a place, one line a row: what a cell has no room for is cut with an ellipsis. Moves down behind it. */
export function shortTable(
  sheet: Sheet,
  columns: readonly TableColumn[],
  rows: readonly string[][],
  xPt: number = PAGE.leftPt,
): void {
  group(sheet.structure, 'Table', () => {
    titles(sheet, columns, xPt);
    for (const row of rows) {
      const cells = row.map((text, index) => fitted(sheet, text, (columns[index]?.widthPt ?? 0) - GUTTER_PT));
      const made = openRow(sheet.structure, 'TD', columns.length);
      drawRow(sheet, columns, cells, xPt, CELLS, made);
      made.end();
    }
  });
}

/** True when no cell of the row would be cut by {@link shortTable}. */
export function fits(sheet: Sheet, columns: readonly TableColumn[], row: readonly string[]): boolean {
  return row.every((text, index) => widthOf(sheet, oneLine(text), CELLS) <= (columns[index]?.widthPt ?? 0) - GUTTER_PT);
}

/**
 * A table over as many pages as it takes, whole: a cell's text goes on for as many lines as it needs, a very long one in
 * rows of its own below, and each page repeats the titles.
 */
export function longTable(sheet: Sheet, columns: readonly TableColumn[], rows: readonly string[][]): void {
  group(sheet.structure, 'Table', () => {
    titles(sheet, columns, PAGE.leftPt);
    for (const row of rows) drawWholeRow(sheet, columns, row);
  });
}

/** A row of the table, in as many pieces as it takes. */
function drawWholeRow(sheet: Sheet, columns: readonly TableColumn[], row: readonly string[]): void {
  const widthsPt = columns.map(({ widthPt }) => widthPt - GUTTER_PT);
  const pieces = row.map((text, index) => pagePieces(sheet, text, widthsPt[index] ?? 0));
  const made = openRow(sheet.structure, 'TD', columns.length);
  for (let piece = 0; piece < Math.max(...pieces.map(({ length }) => length)); piece += 1) {
    const cells = pieces.map((each) => each[piece] ?? '');
    const heights = cells.map((text, index) => heightOf(sheet, text, widthsPt[index] ?? 0, CELLS));
    if (makeRoom(sheet, Math.max(...heights)))
      furniture(sheet.structure, () => drawTitles(sheet, columns, PAGE.leftPt, null), 'Pagination');
    drawRow(sheet, columns, cells, PAGE.leftPt, CELLS, made);
  }
  made.end();
}

/** The text in pieces that each fit on a page, cut between words where there are any. */
function pagePieces(sheet: Sheet, text: string, widthPt: number): string[] {
  const heightPt = heightOf(sheet, text, widthPt, CELLS);
  if (heightPt <= MOST_ROW_PT || text.length < 2) return [text];
  const most = Math.max(1, Math.floor((text.length * MOST_ROW_PT) / heightPt / 2));
  const space = text.lastIndexOf(' ', most);
  const cut = space > 0 ? space : most;
  return [text.slice(0, cut), ...pagePieces(sheet, text.slice(cut).trimStart(), widthPt)];
}

function titles(sheet: Sheet, columns: readonly TableColumn[], xPt: number): void {
  const row = openRow(sheet.structure, 'TH', columns.length);
  drawTitles(sheet, columns, xPt, row);
  row.end();
}

function drawTitles(sheet: Sheet, columns: readonly TableColumn[], xPt: number, into: Row | null): void {
  const words = columns.map(({ title }) => title);
  drawRow(sheet, columns, words, xPt, TITLES, into);
}

/** @param into Null: as a part of what is being drawn. */
function drawRow(
  sheet: Sheet,
  columns: readonly TableColumn[],
  cells: readonly string[],
  xPt: number,
  style: TextStyle,
  into: Row | null,
): void {
  let cellXPt = xPt;
  let heightPt = 0;
  for (const [index, { widthPt, align = 'left' }] of columns.entries()) {
    const at = { xPt: cellXPt, yPt: sheet.yPt, widthPt: widthPt - GUTTER_PT };
    const draw = () => write(sheet, cells[index] ?? '', at, { ...style, align });
    heightPt = Math.max(heightPt, into ? into.drawCell(index, draw) : draw());
    cellXPt += widthPt;
  }
  sheet.yPt += heightPt + sheet.setting.rowGapPt;
}

/** As much of a text as fits on one line. */
function fitted(sheet: Sheet, text: string, widthPt: number): string {
  const line = oneLine(text);
  let most = line.length;
  // No letter is narrower than a point at this size, so that the search begins near its end.
  if (widthOf(sheet, line, CELLS) > widthPt) most = Math.min(most, Math.ceil(widthPt));
  while (most > 1 && widthOf(sheet, shorten(line, most), CELLS) > widthPt) most -= 1;
  return shorten(line, most);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
