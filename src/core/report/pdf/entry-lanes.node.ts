import type { ReportAnnotation, ReportDocument } from '../report-document.ts';
import type { Wording } from '../wording.ts';
import type { Entry } from './entries.ts';
import { labelWords } from './label-words.ts';
import { INK, PAGE, type Sheet, type TextStyle, widthOf, write } from './sheet.node.ts';
import { shorten } from './shorten.ts';
import type { TimeAxis } from './time-axis.ts';

const FLAG_PT = 10;
const SCORE_LANE_PT = 26;
const SAID_LANE_PT = 12;
/** More raters than this are listed further back and not drawn: the page must stay one. */
const MOST_RATERS_DRAWN = 3;
/** Three lines beside a lane at most. */
const MOST_RATER_CHARACTERS = 36;
const SMALL: TextStyle = { sizePt: 7 };
const SMALL_BOLD: TextStyle = { sizePt: 7, bold: true };

/** What staff marked, observed and said, on the axis of the readings. A lane that would be empty is left out. */
export function drawEntryLanes(
  sheet: Sheet,
  { annotations }: ReportDocument,
  entries: readonly Entry[],
  axis: TimeAxis,
  wording: Wording,
): void {
  if (entries.length > 0)
    drawFlags(
      sheet,
      entries,
      axis,
      wording.report(($) => $.timeline.markers),
    );
  if (entries.some(({ score }) => score !== null)) {
    drawScores(
      sheet,
      entries,
      axis,
      wording.report(($) => $.timeline.observations),
    );
  }
  const raters = [...new Set(annotations.map(({ by }) => by))].slice(0, MOST_RATERS_DRAWN);
  for (const rater of raters) {
    const title = wording.report(($) => $.timeline.said, { rater: shorten(rater, MOST_RATER_CHARACTERS) });
    drawSaid(
      sheet,
      annotations.filter(({ by }) => by === rater),
      axis,
      title,
      wording,
    );
  }
}

/** Numbered flags, with a bar over an interval; flags that would overlap share one. */
function drawFlags(sheet: Sheet, entries: readonly Entry[], { fromPt, toPt, xOf }: TimeAxis, title: string): void {
  const { pdf } = sheet;
  const topPt = sheet.yPt;
  laneLabel(sheet, title, topPt + 2, fromPt);
  for (const { atMs, toMs } of entries) {
    if (toMs === null) continue;
    pdf.rect(xOf(atMs), topPt + FLAG_PT + 1, Math.max(1, xOf(toMs) - xOf(atMs)), 2.5).fill(INK.bar);
  }
  let flag: { xPt: number; first: number; last: number } | null = null;
  const flags: { xPt: number; first: number; last: number }[] = [];
  for (const { atMs, number } of entries) {
    const xPt = xOf(atMs);
    pdf
      .lineWidth(0.6)
      .moveTo(xPt, topPt)
      .lineTo(xPt, topPt + FLAG_PT + 3.5)
      .stroke(INK.text);
    if (flag && xPt - flag.xPt < (number > 99 ? 34 : 22)) flag.last = number;
    else {
      flag = { xPt, first: number, last: number };
      flags.push(flag);
    }
  }
  for (const { xPt, first, last } of flags) {
    const text = first === last ? String(first) : `${first}–${last}`;
    const widthPt = widthOf(sheet, text, SMALL_BOLD) + 5;
    const leftPt = Math.min(xPt, toPt - widthPt);
    pdf.rect(leftPt, topPt, widthPt, FLAG_PT).fill(INK.text);
    const at = { xPt: leftPt, yPt: topPt + 2, widthPt };
    write(sheet, text, at, { ...SMALL_BOLD, colour: '#ffffff', align: 'center' });
  }
  sheet.yPt += FLAG_PT + 6;
}

/** Scores from 0 to 10: dots for FLACC, rings for the child's own rating. */
function drawScores(sheet: Sheet, entries: readonly Entry[], { fromPt, toPt, xOf }: TimeAxis, title: string): void {
  const { pdf } = sheet;
  const topPt = sheet.yPt;
  const yOf = (score: number) => topPt + SCORE_LANE_PT - 4 - (score / 10) * (SCORE_LANE_PT - 8);
  laneLabel(sheet, title, topPt + 9, fromPt - 14);
  for (const score of [0, 10]) {
    pdf.lineWidth(0.3).moveTo(fromPt, yOf(score)).lineTo(toPt, yOf(score)).stroke(INK.rule);
    const at = { xPt: fromPt - 20, yPt: yOf(score) - 3, widthPt: 16 };
    write(sheet, String(score), at, { sizePt: 6.5, colour: INK.quiet, align: 'right' });
  }
  for (const { atMs, score } of entries) {
    if (!score) continue;
    const xPt = Math.min(Math.max(xOf(atMs), fromPt + 2.5), toPt - 2.5);
    pdf.circle(xPt, yOf(score.value), 2.4).lineWidth(0.9);
    if (score.of === 'flacc') pdf.fillAndStroke(INK.text, INK.text);
    else pdf.fillAndStroke('#ffffff', INK.text);
  }
  sheet.yPt += SCORE_LANE_PT + 2;
}

/** One rater's words as boxes over their intervals. */
function drawSaid(
  sheet: Sheet,
  annotations: readonly ReportAnnotation[],
  { fromPt, toPt, xOf }: TimeAxis,
  title: string,
  wording: Wording,
): void {
  const { pdf } = sheet;
  const topPt = sheet.yPt;
  const labelPt = laneLabel(sheet, title, topPt + 3, fromPt);
  pdf
    .lineWidth(0.3)
    .moveTo(fromPt, topPt + SAID_LANE_PT)
    .lineTo(toPt, topPt + SAID_LANE_PT)
    .stroke(INK.rule);
  for (const { fromMs, toMs, label } of annotations) {
    const xPt = xOf(fromMs);
    const widthPt = Math.max(1.5, xOf(toMs) - xPt);
    pdf
      .lineWidth(0.7)
      .rect(xPt, topPt + 1, widthPt, SAID_LANE_PT - 2)
      .fillAndStroke('#ffffff', INK.text);
    const words = labelWords(label, wording);
    if (widthOf(sheet, words, SMALL) + 4 > widthPt) continue;
    write(sheet, words, { xPt, yPt: topPt + 3, widthPt }, { ...SMALL, align: 'center' });
  }
  // A long name takes more lines than one, and the next lane begins below them.
  sheet.yPt += Math.max(SAID_LANE_PT + 3, 3 + labelPt);
}

/** What a lane holds, on its left. @returns Height of what was written, in points. */
function laneLabel(sheet: Sheet, text: string, yPt: number, rightPt: number): number {
  return write(sheet, text, { xPt: PAGE.leftPt, yPt, widthPt: rightPt - PAGE.leftPt - 6 }, { sizePt: 7.5 });
}
