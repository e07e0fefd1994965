import { EMOTIONS } from '../../emotion/emotion.ts';
import { valence } from '../../emotion/valence.ts';
import { type ReportDocument, shareOf } from '../report-document.ts';
import { wallClockOf } from '../time/wall-clock.ts';
import { clock, type Wording } from '../wording.ts';
import type { Entry } from './entries.ts';
import { drawEntryLanes } from './entry-lanes.node.ts';
import { hatch, INK, PAGE, quiet, type Sheet, widthOf, write } from './sheet.node.ts';
import { figure } from './structure.node.ts';
import { type TimeAxis, timeTicks } from './time-axis.ts';
import { binTimeline, type TimelineBins } from './timeline-bins.ts';
import { timelineInWords } from './timeline-in-words.ts';

/** Stands beside an emotion that was never measured on real children; the legend says so. */
export const UNMEASURED = '†';

const LABEL_WIDTH_PT = 92;
const LANE_PT = 13;
const VALENCE_PT = 38;
const PROBABILITY_PT = 32;
const BINS = 400;
/** Gaps nearer than this on paper are drawn as one, and none is drawn thinner. */
const MIN_GAP_PT = 0.6;

/**
 * The session from left to right: a lane for each emotion, one for "not sure", valence with its spread, how probable
 * the likeliest emotion was; below, on the same axis, what staff marked, observed and said. An emotion is known by its
 * lane, never by a colour alone; hatched time has no reading.
 */
export function drawTimeline(
  sheet: Sheet,
  document: ReportDocument,
  entries: readonly Entry[],
  wording: Wording,
): void {
  const { durationMs } = document.summary;
  if (durationMs === 0) {
    quiet(
      sheet,
      wording.report(($) => $.timeline.empty),
    );
    return;
  }
  const fromPt = PAGE.leftPt + LABEL_WIDTH_PT;
  const axis: TimeAxis = {
    fromPt,
    toPt: PAGE.rightPt,
    xOf: (atMs) => fromPt + (Math.min(atMs, durationMs) / durationMs) * (PAGE.rightPt - fromPt),
  };
  const alt = timelineInWords(document, entries, wording);
  figure(sheet.structure, alt, () => drawLanes(sheet, document, entries, axis, wording));
}

function drawLanes(
  sheet: Sheet,
  document: ReportDocument,
  entries: readonly Entry[],
  axis: TimeAxis,
  wording: Wording,
): void {
  const { durationMs } = document.summary;
  const topPt = sheet.yPt;
  const valenceTopPt = topPt + (EMOTIONS.length + 1) * LANE_PT;
  const probabilityTopPt = valenceTopPt + VALENCE_PT;
  const bottomPt = probabilityTopPt + PROBABILITY_PT;
  drawGaps(sheet, document, axis, topPt, bottomPt, wording);
  const bins = binTimeline(document.seconds, document.gaps, durationMs, BINS);
  drawEmotions(sheet, document, bins, axis, wording);
  drawValence(sheet, bins, axis, valenceTopPt, wording);
  drawProbability(sheet, bins, axis, probabilityTopPt, document.model.threshold, wording);
  sheet.yPt = bottomPt;
  drawAxis(sheet, durationMs, axis, wallClockOf(document));
  drawEntryLanes(sheet, document, entries, axis, wording);
}

function drawEmotions(
  sheet: Sheet,
  { summary, model }: ReportDocument,
  bins: TimelineBins,
  axis: TimeAxis,
  wording: Wording,
): void {
  for (const [index, emotion] of EMOTIONS.entries()) {
    const shares = Float64Array.from({ length: BINS }, (_, bin) => bins.named[bin * EMOTIONS.length + index]!);
    const lane = {
      label: wording.emotion(emotion) + (model.classesValidatedOnChildren.includes(emotion) ? '' : ` ${UNMEASURED}`),
      share: wording.percent(shareOf(summary, emotion)),
      colour: INK.bar,
    };
    drawLane(sheet, lane, shares, axis, sheet.yPt + index * LANE_PT);
  }
  const share = summary.usableMs === 0 ? 0 : summary.notSureMs / summary.usableMs;
  const lane = { label: wording.common(($) => $.notSure), share: wording.percent(share), colour: '#8a8a8a' };
  drawLane(sheet, lane, bins.notSure, axis, sheet.yPt + EMOTIONS.length * LANE_PT);
}

/** Bars from the lane's floor: how much of each piece of time belongs to the lane. */
function drawLane(
  sheet: Sheet,
  { label, share, colour }: { label: string; share: string; colour: string },
  shares: Float64Array,
  { fromPt, toPt }: TimeAxis,
  yPt: number,
): void {
  const { pdf } = sheet;
  const floorPt = yPt + LANE_PT;
  write(sheet, label, { xPt: PAGE.leftPt, yPt: yPt + 3.5, widthPt: LABEL_WIDTH_PT - 32 }, { sizePt: 8 });
  write(sheet, share, { xPt: fromPt - 38, yPt: yPt + 3.5, widthPt: 32 }, { sizePt: 8, align: 'right' });
  pdf.lineWidth(0.3).moveTo(fromPt, floorPt).lineTo(toPt, floorPt).stroke(INK.rule);
  const binPt = (toPt - fromPt) / BINS;
  let drawn = false;
  for (const [bin, each] of shares.entries()) {
    if (each === 0) continue;
    const heightPt = Math.min(1, each) * (LANE_PT - 3);
    pdf.rect(fromPt + bin * binPt, floorPt - heightPt, binPt, heightPt);
    drawn = true;
  }
  if (drawn) pdf.fill(colour);
}

/** The mean as a line within a band of one standard deviation to either side. */
function drawValence(sheet: Sheet, bins: TimelineBins, axis: TimeAxis, topPt: number, wording: Wording): void {
  const { pdf } = sheet;
  const middlePt = topPt + VALENCE_PT / 2;
  const yOf = (value: number) => middlePt - (value * (VALENCE_PT - 6)) / 2;
  label(
    sheet,
    wording.report(($) => $.timeline.valence),
    middlePt - 4,
  );
  endLabel(
    sheet,
    wording.report(($) => $.timeline.pleasant),
    axis,
    topPt + 4,
  );
  endLabel(
    sheet,
    wording.report(($) => $.timeline.unpleasant),
    axis,
    topPt + VALENCE_PT - 10,
  );
  const binPt = (axis.toPt - axis.fromPt) / BINS;
  const values = valences(bins);
  for (const [bin, value] of values.entries()) {
    if (!value) continue;
    pdf.rect(axis.fromPt + bin * binPt, yOf(value.high), binPt, Math.max(0.3, yOf(value.low) - yOf(value.high)));
  }
  if (values.some((value) => value !== null)) pdf.fill('#d2d2d2');
  pdf.lineWidth(0.3).moveTo(axis.fromPt, middlePt).lineTo(axis.toPt, middlePt).stroke(INK.quiet);
  drawSteps(
    sheet,
    values.map((value) => value?.value ?? Number.NaN),
    axis,
    yOf,
  );
  pdf
    .lineWidth(0.3)
    .moveTo(axis.fromPt, topPt + VALENCE_PT)
    .lineTo(axis.toPt, topPt + VALENCE_PT)
    .stroke(INK.rule);
}

function valences({ probabilities, count }: TimelineBins) {
  return Array.from({ length: count }, (_, bin) => {
    const row = probabilities.subarray(bin * EMOTIONS.length, (bin + 1) * EMOTIONS.length);
    return Number.isNaN(row[0]) ? null : valence(row);
  });
}

function drawProbability(
  sheet: Sheet,
  bins: TimelineBins,
  axis: TimeAxis,
  topPt: number,
  threshold: number,
  wording: Wording,
): void {
  const { pdf } = sheet;
  const floorPt = topPt + PROBABILITY_PT;
  const yOf = (value: number) => floorPt - value * (PROBABILITY_PT - 4);
  label(
    sheet,
    wording.report(($) => $.timeline.probability),
    topPt + PROBABILITY_PT / 2 - 4,
  );
  pdf.lineWidth(0.4).dash(2, { space: 2 }).moveTo(axis.fromPt, yOf(threshold)).lineTo(axis.toPt, yOf(threshold));
  pdf.stroke(INK.quiet).undash();
  const likeliest = Array.from({ length: bins.count }, (_, bin) =>
    Math.max(...bins.probabilities.subarray(bin * EMOTIONS.length, (bin + 1) * EMOTIONS.length)),
  );
  drawSteps(sheet, likeliest, axis, yOf);
}

/** A line that holds each piece's value over its width and breaks where there is none (NaN). */
function drawSteps(
  { pdf }: Sheet,
  values: readonly number[],
  { fromPt, toPt }: TimeAxis,
  yOf: (value: number) => number,
): void {
  const binPt = (toPt - fromPt) / values.length;
  let drawing = false;
  for (const [bin, value] of values.entries()) {
    if (Number.isNaN(value)) {
      drawing = false;
      continue;
    }
    const xPt = fromPt + bin * binPt;
    if (!drawing) pdf.moveTo(xPt, yOf(value));
    pdf.lineTo(xPt, yOf(value)).lineTo(xPt + binPt, yOf(value));
    drawing = true;
  }
  if (values.some((value) => !Number.isNaN(value))) pdf.lineWidth(0.7).stroke(INK.text);
}

function drawGaps(
  sheet: Sheet,
  { gaps }: ReportDocument,
  { xOf }: TimeAxis,
  topPt: number,
  bottomPt: number,
  wording: Wording,
): void {
  let drawn = Number.NEGATIVE_INFINITY;
  for (const gap of gaps) {
    const fromPt = Math.max(xOf(gap.fromMs), drawn);
    const toPt = Math.max(xOf(gap.toMs), fromPt + (fromPt > drawn ? MIN_GAP_PT : 0));
    if (toPt - drawn < MIN_GAP_PT) continue;
    hatch(sheet, fromPt, topPt, toPt - fromPt, bottomPt - topPt);
    drawn = toPt;
    labelGap(
      sheet,
      wording.common(($) => $.gap[gap.reason]),
      fromPt,
      toPt,
      topPt,
    );
  }
}

/** The reason, where there is room for it. */
function labelGap(sheet: Sheet, words: string, fromPt: number, toPt: number, topPt: number): void {
  const widthPt = widthOf(sheet, words, { sizePt: 7 }) + 6;
  if (toPt - fromPt < widthPt + 4) return;
  const xPt = (fromPt + toPt - widthPt) / 2;
  sheet.pdf.rect(xPt, topPt + 2, widthPt, 10).fill('#ffffff');
  write(sheet, words, { xPt, yPt: topPt + 3.5, widthPt }, { sizePt: 7, align: 'center' });
}

/** The session's time, and below it the time of day where it may be told. */
function drawAxis(
  sheet: Sheet,
  durationMs: number,
  { fromPt, toPt, xOf }: TimeAxis,
  wallClock: ((atMs: number) => string) | null,
): void {
  const { pdf } = sheet;
  const yPt = sheet.yPt;
  pdf.lineWidth(0.8).moveTo(fromPt, yPt).lineTo(toPt, yPt).stroke(INK.text);
  for (const atMs of timeTicks(durationMs)) {
    const xPt = xOf(atMs);
    pdf
      .lineWidth(0.8)
      .moveTo(xPt, yPt)
      .lineTo(xPt, yPt + 3)
      .stroke(INK.text);
    write(sheet, clock(atMs), { xPt: xPt - 25, yPt: yPt + 4.5, widthPt: 50 }, { sizePt: 7.5, align: 'center' });
    if (!wallClock) continue;
    const below = { xPt: xPt - 25, yPt: yPt + 13.5, widthPt: 50 };
    write(sheet, wallClock(atMs), below, { sizePt: 6.5, align: 'center', colour: INK.quiet });
  }
  sheet.yPt += wallClock ? 24 : 16;
}

function label(sheet: Sheet, text: string, yPt: number): void {
  write(sheet, text, { xPt: PAGE.leftPt, yPt, widthPt: LABEL_WIDTH_PT - 46 }, { sizePt: 8 });
}

/** What an end of a scale means, beside the lane. */
function endLabel(sheet: Sheet, text: string, { fromPt }: TimeAxis, yPt: number): void {
  write(sheet, text, { xPt: fromPt - 50, yPt, widthPt: 44 }, { sizePt: 6.5, colour: INK.quiet, align: 'right' });
}
