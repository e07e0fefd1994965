import { GAP_REASONS } from '../../emotion/gap.ts';
import type { ReportDocument } from '../report-document.ts';
import { clock, type Wording } from '../wording.ts';
import { headingAt, INK, makeRoom, PAGE, type Sheet, write } from './sheet.node.ts';
import { shortTable, tableHeightPt } from './table.node.ts';

const MIDDLE_PT = (PAGE.leftPt + PAGE.rightPt) / 2;
const RIGHT_COLUMN_PT = MIDDLE_PT + 20;
const MOST_EPISODES = 6;
/** From this length on the time between readings is worth a line. */
const MIN_STUTTER_MS = 500;

/** The longest episodes on the left, why there was no reading on the right. */
export function drawEpisodesAndGaps(sheet: Sheet, document: ReportDocument, wording: Wording): void {
  const episodes = episodeRows(document, wording);
  const gaps = gapRows(document, wording);
  makeRoom(sheet, tableHeightPt(sheet, Math.max(episodes.length, gaps.length)) + 50);
  sheet.yPt += 7;
  const topPt = sheet.yPt;
  drawEpisodes(sheet, document, episodes, wording);
  const episodesEndPt = sheet.yPt;
  sheet.yPt = topPt;
  drawGaps(sheet, gaps, wording);
  sheet.yPt = Math.max(sheet.yPt, episodesEndPt);
}

function drawEpisodes(
  sheet: Sheet,
  { summary: { episodes } }: ReportDocument,
  rows: string[][],
  { report }: Wording,
): void {
  const rightPt = MIDDLE_PT;
  headingAt(
    sheet,
    report(($) => $.episodes.heading),
    PAGE.leftPt,
    rightPt,
  );
  if (rows.length === 0) {
    remark(
      sheet,
      report(($) => $.episodes.none),
      PAGE.leftPt,
      rightPt,
    );
    return;
  }
  shortTable(
    sheet,
    [
      { title: report(($) => $.episodes.from), widthPt: 46, align: 'right' },
      { title: report(($) => $.episodes.to), widthPt: 46, align: 'right' },
      { title: report(($) => $.episodes.length), widthPt: 46, align: 'right' },
      { title: report(($) => $.episodes.emotion), widthPt: 66 },
      { title: report(($) => $.episodes.probability), widthPt: 40, align: 'right' },
    ],
    rows,
  );
  if (episodes.length <= rows.length) return;
  remark(
    sheet,
    report(($) => $.episodes.more, { shown: rows.length, count: episodes.length }),
    PAGE.leftPt,
    rightPt,
  );
}

/** The longest, in the order of time. */
function episodeRows({ summary: { episodes } }: ReportDocument, wording: Wording): string[][] {
  const lengthOf = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => toMs - fromMs;
  const longest = new Set(episodes.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_EPISODES));
  return episodes
    .filter((episode) => longest.has(episode))
    .map(({ fromMs, toMs, emotion, meanProbability }) => [
      clock(fromMs),
      clock(toMs),
      wording.length(toMs - fromMs),
      wording.emotion(emotion),
      wording.decimal(meanProbability),
    ]);
}

function drawGaps(sheet: Sheet, rows: string[][], { report }: Wording): void {
  headingAt(
    sheet,
    report(($) => $.missing.heading),
    RIGHT_COLUMN_PT,
    PAGE.rightPt,
  );
  if (rows.length === 0) {
    remark(
      sheet,
      report(($) => $.none),
      RIGHT_COLUMN_PT,
      PAGE.rightPt,
    );
    return;
  }
  shortTable(
    sheet,
    [
      { title: report(($) => $.missing.reason), widthPt: 134 },
      { title: report(($) => $.missing.times), widthPt: 38, align: 'right' },
      { title: report(($) => $.missing.inAll), widthPt: 54, align: 'right' },
    ],
    rows,
    RIGHT_COLUMN_PT,
  );
}

function gapRows({ gaps, summary }: ReportDocument, { common, report, count, length }: Wording): string[][] {
  const rows = GAP_REASONS.map((reason) => {
    const of = gaps.filter((gap) => gap.reason === reason);
    return { reason, times: of.length, ms: of.reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0) };
  })
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.ms - a.ms)
    .map(({ reason, times, ms }) => [common(($) => $.gap[reason]), count(times), length(ms)]);
  if (summary.unaccountedMs >= MIN_STUTTER_MS) {
    rows.push([report(($) => $.missing.stutter), '', length(summary.unaccountedMs)]);
  }
  return rows;
}

function remark(sheet: Sheet, text: string, xPt: number, rightPt: number): void {
  const at = { xPt, yPt: sheet.yPt, widthPt: rightPt - xPt };
  sheet.yPt += write(sheet, text, at, { sizePt: 8, colour: INK.quiet }) + 3;
}
