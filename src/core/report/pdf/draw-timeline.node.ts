import { EMOTIONS } from '../../emotion/emotion.ts';
import type { ReportDocument } from '../report-document.ts';
import { clock, GAP_WORDS, sentence } from '../wording.ts';
import { hatch, INK, PAGE, type Sheet, write } from './sheet.node.ts';
import { timeTicks } from './time-ticks.ts';
import { binTimeline, type TimelineBins } from './timeline-bins.ts';

const LABEL_WIDTH_PT = 66;
const LANE_PT = 18;
const CONFIDENCE_LANE_PT = 44;
const FLAG_PT = 11;
const PLOT_XPT = PAGE.leftPt + LABEL_WIDTH_PT;
const PLOT_WIDTH_PT = PAGE.rightPt - PLOT_XPT;
const BINS = 420;
/** Gaps nearer than this on paper are drawn as one, and none is drawn thinner. */
const MIN_GAP_PT = 0.6;
const FLAG_SPACING_PT = 20;

/**
 * The session from left to right: a lane for each emotion, one for "not sure", one for how probable the likeliest
 * emotion was. An emotion is known by its lane, never by a colour alone; hatched time has no reading.
 */
export function drawTimeline(sheet: Sheet, document: ReportDocument): void {
  const { durationMs } = document.summary;
  if (durationMs === 0) return;
  const topPt = sheet.yPt + (document.markers.length > 0 ? FLAG_PT + 3 : 0);
  const confidenceTopPt = topPt + (EMOTIONS.length + 1) * LANE_PT;
  const bottomPt = confidenceTopPt + CONFIDENCE_LANE_PT;
  const xOf = (atMs: number) => PLOT_XPT + (Math.min(atMs, durationMs) / durationMs) * PLOT_WIDTH_PT;

  drawGaps(sheet, document, xOf, topPt, bottomPt);
  const bins = binTimeline(document.samples, document.gaps, durationMs, BINS);
  for (const [index, emotion] of EMOTIONS.entries()) {
    const shares = Float64Array.from({ length: BINS }, (_, bin) => bins.named[bin * EMOTIONS.length + index]!);
    drawLane(sheet, sentence(emotion), shares, topPt + index * LANE_PT, INK.bar);
  }
  drawLane(sheet, 'Not sure', bins.notSure, topPt + EMOTIONS.length * LANE_PT, '#8a8a8a');
  drawConfidence(sheet, bins, document.model.threshold, confidenceTopPt);
  drawAxis(sheet, durationMs, xOf, bottomPt);
  drawMarkers(sheet, document, xOf, topPt, bottomPt);
  sheet.yPt = bottomPt + 18;
}

/** Bars from the lane's floor: how much of each piece of time belongs to the lane. */
function drawLane(sheet: Sheet, label: string, shares: Float64Array, yPt: number, colour: string): void {
  const { pdf } = sheet;
  write(sheet, label, { xPt: PAGE.leftPt, yPt: yPt + 7, widthPt: LABEL_WIDTH_PT - 4 }, { sizePt: 8 });
  pdf
    .lineWidth(0.3)
    .moveTo(PLOT_XPT, yPt + LANE_PT)
    .lineTo(PAGE.rightPt, yPt + LANE_PT)
    .stroke(INK.rule);
  const binPt = PLOT_WIDTH_PT / BINS;
  for (const [bin, share] of shares.entries()) {
    if (share === 0) continue;
    const heightPt = Math.min(1, share) * (LANE_PT - 3);
    pdf.rect(PLOT_XPT + bin * binPt, yPt + LANE_PT - heightPt, binPt, heightPt);
  }
  pdf.fill(colour);
}

function drawConfidence(sheet: Sheet, bins: TimelineBins, threshold: number, yPt: number): void {
  const { pdf } = sheet;
  const heightPt = CONFIDENCE_LANE_PT - 4;
  const floorPt = yPt + CONFIDENCE_LANE_PT;
  write(sheet, 'Probability', { xPt: PAGE.leftPt, yPt: yPt + 20, widthPt: LABEL_WIDTH_PT - 4 }, { sizePt: 8 });
  const thresholdPt = floorPt - threshold * heightPt;
  pdf.lineWidth(0.4).dash(2, { space: 2 }).moveTo(PLOT_XPT, thresholdPt).lineTo(PAGE.rightPt, thresholdPt);
  pdf.stroke(INK.quiet).undash();
  const binPt = PLOT_WIDTH_PT / bins.count;
  let drawing = false;
  for (const [bin, value] of bins.confidence.entries()) {
    const xPt = PLOT_XPT + bin * binPt;
    if (Number.isNaN(value)) {
      drawing = false;
      continue;
    }
    const valuePt = floorPt - value * heightPt;
    if (!drawing) pdf.moveTo(xPt, valuePt);
    pdf.lineTo(xPt, valuePt).lineTo(xPt + binPt, valuePt);
    drawing = true;
  }
  pdf.lineWidth(0.7).stroke(INK.text);
}

function drawGaps(
  sheet: Sheet,
  { gaps }: ReportDocument,
  xOf: (atMs: number) => number,
  topPt: number,
  bottomPt: number,
): void {
  let drawn = Number.NEGATIVE_INFINITY;
  for (const gap of gaps) {
    const fromPt = Math.max(xOf(gap.fromMs), drawn);
    const toPt = Math.max(xOf(gap.toMs), fromPt + (fromPt > drawn ? MIN_GAP_PT : 0));
    if (toPt - drawn < MIN_GAP_PT) continue;
    hatch(sheet, fromPt, topPt, toPt - fromPt, bottomPt - topPt);
    drawn = toPt;
    labelGap(sheet, GAP_WORDS[gap.reason], fromPt, toPt, topPt);
  }
}

/** The reason, where there is room for it. */
function labelGap(sheet: Sheet, words: string, fromPt: number, toPt: number, topPt: number): void {
  const widthPt = sheet.pdf.font('Helvetica').fontSize(7).widthOfString(words) + 6;
  if (toPt - fromPt < widthPt + 4) return;
  const xPt = (fromPt + toPt - widthPt) / 2;
  sheet.pdf.rect(xPt, topPt + 2, widthPt, 10).fill('#ffffff');
  write(sheet, words, { xPt, yPt: topPt + 3.5, widthPt }, { sizePt: 7, align: 'center' });
}

function drawAxis(sheet: Sheet, durationMs: number, xOf: (atMs: number) => number, yPt: number): void {
  const { pdf } = sheet;
  pdf.lineWidth(0.8).moveTo(PLOT_XPT, yPt).lineTo(PAGE.rightPt, yPt).stroke(INK.text);
  for (const atMs of timeTicks(durationMs)) {
    const xPt = xOf(atMs);
    pdf
      .lineWidth(0.8)
      .moveTo(xPt, yPt)
      .lineTo(xPt, yPt + 3)
      .stroke(INK.text);
    write(sheet, clock(atMs), { xPt: xPt - 25, yPt: yPt + 5, widthPt: 50 }, { sizePt: 7.5, align: 'center' });
  }
}

/** Numbered flags; the numbers are those of the markers' table. Flags that would overlap share one. */
function drawMarkers(
  sheet: Sheet,
  { markers }: ReportDocument,
  xOf: (atMs: number) => number,
  topPt: number,
  bottomPt: number,
): void {
  const flags: { xPt: number; first: number; last: number }[] = [];
  for (const [index, { atMs }] of markers.entries()) {
    const xPt = xOf(atMs);
    const before = flags.at(-1);
    sheet.pdf.lineWidth(0.8).moveTo(xPt, topPt).lineTo(xPt, bottomPt).stroke(INK.text);
    if (before && xPt - before.xPt < FLAG_SPACING_PT) before.last = index + 1;
    else flags.push({ xPt, first: index + 1, last: index + 1 });
  }
  for (const { xPt, first, last } of flags) {
    const text = first === last ? String(first) : `${first}-${last}`;
    const widthPt = sheet.pdf.font('Helvetica-Bold').fontSize(7).widthOfString(text) + 6;
    const leftPt = Math.min(xPt, PAGE.rightPt - widthPt);
    sheet.pdf.rect(leftPt, topPt - FLAG_PT, widthPt, FLAG_PT).fill(INK.text);
    const at = { xPt: leftPt, yPt: topPt - FLAG_PT + 2.5, widthPt };
    write(sheet, text, at, { sizePt: 7, bold: true, colour: '#ffffff', align: 'center' });
  }
}
