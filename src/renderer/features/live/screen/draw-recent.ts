import type { Emotion } from '../../../../core/emotion/emotion.ts';
import { emotionStyle } from '../../../ui/emotion-style.ts';
import { formatClock } from '../../../ui/format.ts';
import type { Mark } from '../entries/use-marks.ts';
import { RECENT_MS, type RecentHistory, type Stretch } from '../readout/recent-history.ts';
import type { LiveWords } from './use-live-words.ts';

/** Below the strip: the time. Above it: the markers. */
const AXIS_PX = 20;
const MARKERS_PX = 20;
/** Between the strip and the time: the valence. */
const VALENCE_PX = 26;
const FONT = '600 12px system-ui, sans-serif';
const TICK_EVERY_MS = 30_000;

interface Recent {
  readonly history: RecentHistory;
  /** By time. */
  readonly marks: readonly Mark[];
  /** Emotions that were validated on children; the others are hatched. */
  readonly validated: readonly Emotion[];
}

interface Now {
  /** The session's clock, at the right edge. */
  readonly nowMs: number;
  readonly words: Pick<LiveWords, 'emotion' | 'glyph' | 'gap'> & {
    /** Of an emotion that was not validated on children. */
    readonly unvalidated: (emotion: Emotion) => string;
    readonly valence: string;
  };
}

/**
 * Draws the last minutes: an emotion as a bar whose height is its confidence, with its word where there is room; a gap
 * hatched, with its reason; below it the valence with its interval; markers as flags, an interval with a bar from its
 * flag to its end; observations as diamonds.
 */
export function drawRecent(
  canvas: HTMLCanvasElement,
  { history, marks, validated }: Recent,
  { nowMs, words }: Now,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio;
  const { clientWidth: widthPx, clientHeight: heightPx } = canvas;
  canvas.width = Math.round(widthPx * ratio);
  canvas.height = Math.round(heightPx * ratio);
  context.scale(ratio, ratio);
  context.font = FONT;
  const fromMs = Math.max(0, nowMs - RECENT_MS);
  const xOf = (atMs: number) => ((atMs - fromMs) / RECENT_MS) * widthPx;
  const strip = { topPx: MARKERS_PX, heightPx: heightPx - MARKERS_PX - VALENCE_PX - AXIS_PX };
  const lane = { topPx: strip.topPx + strip.heightPx + 2, heightPx: VALENCE_PX - 2 };

  context.fillStyle = '#f1f3f5';
  for (const { topPx, heightPx } of [strip, lane]) context.fillRect(0, topPx, widthPx, heightPx);
  for (const run of sameRuns(history.stretches)) drawRun(context, run, { xOf, strip, words, validated });
  drawValence(context, history.stretches, { xOf, lane, word: words.valence, widthPx });
  drawMarks(context, marks, { xOf, heightPx, nowMs });
  drawAxis(context, fromMs, xOf, heightPx);
}

interface Strip {
  readonly topPx: number;
  readonly heightPx: number;
}

/** Stretches that say the same and touch, so that their word is written once. */
function sameRuns(stretches: readonly Stretch[]): Stretch[][] {
  const runs: Stretch[][] = [];
  for (const stretch of stretches) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.emotion === stretch.emotion && last.reason === stretch.reason && last.toMs === stretch.fromMs) {
      runs.at(-1)!.push(stretch);
    } else runs.push([stretch]);
  }
  return runs;
}

interface RunPlace extends Pick<Recent, 'validated'>, Pick<Now, 'words'> {
  readonly xOf: (atMs: number) => number;
  readonly strip: Strip;
}

function drawRun(context: CanvasRenderingContext2D, run: Stretch[], { xOf, strip, words, validated }: RunPlace): void {
  const { reason, emotion } = run[0]!;
  const leftPx = xOf(run[0]!.fromMs);
  const rightPx = xOf(run.at(-1)!.toMs);
  if (reason !== undefined) {
    hatch(context, leftPx, rightPx, strip);
    write(context, words.gap(reason), leftPx, rightPx, strip);
    return;
  }
  const style = emotionStyle(emotion ?? null);
  context.fillStyle = style.colour;
  for (const { fromMs, toMs, confidence } of run) {
    const barPx = Math.max(3, confidence * (strip.heightPx - 18));
    context.globalAlpha = emotion === null ? 0.35 : 1;
    context.fillRect(xOf(fromMs), strip.topPx + strip.heightPx - barPx, Math.max(1, xOf(toMs) - xOf(fromMs)), barPx);
  }
  context.globalAlpha = 1;
  if (emotion && !validated.includes(emotion)) hatch(context, leftPx, rightPx, strip, '#ffffff');
  if (emotion && !validated.includes(emotion)) {
    write(context, words.unvalidated(emotion), leftPx, rightPx, strip, `${words.glyph(emotion)}?`);
  } else write(context, words.emotion(emotion ?? null), leftPx, rightPx, strip, words.glyph(emotion ?? null));
}

interface LanePlace {
  readonly xOf: (atMs: number) => number;
  readonly lane: Strip;
  readonly word: string;
  readonly widthPx: number;
}

/** Pleasant above the middle, unpleasant below it: the value as a line, its interval as a band. */
function drawValence(
  context: CanvasRenderingContext2D,
  stretches: readonly Stretch[],
  { xOf, lane, word, widthPx }: LanePlace,
): void {
  const yOf = (value: number) => lane.topPx + (lane.heightPx * (1 - value)) / 2;
  context.fillStyle = '#868e96';
  context.fillRect(0, yOf(0), widthPx, 1);
  for (const { fromMs, toMs, valence } of stretches) {
    if (!valence) continue;
    const leftPx = xOf(fromMs);
    const lengthPx = Math.max(1, xOf(toMs) - leftPx);
    context.fillStyle = 'rgba(31, 99, 196, 0.3)';
    context.fillRect(leftPx, yOf(valence.high), lengthPx, yOf(valence.low) - yOf(valence.high));
    context.fillStyle = '#1f63c4';
    context.fillRect(leftPx, yOf(valence.value) - 1, lengthPx, 2);
  }
  write(context, word, 0, widthPx, lane);
}

function hatch(
  context: CanvasRenderingContext2D,
  leftPx: number,
  rightPx: number,
  { topPx, heightPx }: Strip,
  colour = '#adb5bd',
): void {
  context.save();
  context.beginPath();
  context.rect(leftPx, topPx, rightPx - leftPx, heightPx);
  context.clip();
  context.strokeStyle = colour;
  context.beginPath();
  for (let xPx = leftPx - heightPx; xPx < rightPx; xPx += 8) {
    context.moveTo(xPx, topPx + heightPx);
    context.lineTo(xPx + heightPx, topPx);
  }
  context.stroke();
  context.restore();
}

/** Writes the word at the top of its stretch, or its short form, or nothing when there is no room. */
function write(
  context: CanvasRenderingContext2D,
  word: string,
  leftPx: number,
  rightPx: number,
  { topPx }: Strip,
  short?: string,
): void {
  const fits = [word, short].find((text) => text && context.measureText(text).width + 6 <= rightPx - leftPx);
  if (!fits) return;
  context.fillStyle = 'rgba(255, 255, 255, 0.85)';
  context.fillRect(leftPx + 1, topPx + 1, context.measureText(fits).width + 4, 15);
  context.fillStyle = '#212529';
  context.fillText(fits, leftPx + 3, topPx + 13);
}

interface MarksPlace {
  readonly xOf: (atMs: number) => number;
  readonly heightPx: number;
  readonly nowMs: number;
}

function drawMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  { xOf, heightPx, nowMs }: MarksPlace,
): void {
  context.fillStyle = '#212529';
  let freeFromPx = 0;
  for (const { kind, atMs, toMs, label } of marks) {
    const xPx = xOf(atMs);
    const endPx = toMs === null ? xPx : xOf(toMs === 'now' ? nowMs : toMs);
    if (endPx < 0) continue;
    if (endPx > xPx) context.fillRect(Math.max(0, xPx), MARKERS_PX - 3, endPx - Math.max(0, xPx), 3);
    if (xPx >= 0) drawFlag(context, kind, xPx, heightPx);
    // Where marks are close together the line alone has to do; the review has room for every word.
    const textPx = Math.max(0, xPx) + 6;
    if (textPx < freeFromPx) continue;
    context.fillText(label, textPx, 13);
    freeFromPx = textPx + 4 + context.measureText(label).width;
  }
}

function drawFlag(context: CanvasRenderingContext2D, kind: Mark['kind'], xPx: number, heightPx: number): void {
  context.fillRect(xPx - 1, 2, 2, heightPx - AXIS_PX);
  if (kind === 'marker') return;
  context.beginPath();
  context.moveTo(xPx, 2);
  context.lineTo(xPx + 5, 8);
  context.lineTo(xPx, 14);
  context.lineTo(xPx - 5, 8);
  context.fill();
}

function drawAxis(
  context: CanvasRenderingContext2D,
  fromMs: number,
  xOf: (atMs: number) => number,
  heightPx: number,
): void {
  context.fillStyle = '#495057';
  for (
    let atMs = Math.ceil(fromMs / TICK_EVERY_MS) * TICK_EVERY_MS;
    atMs <= fromMs + RECENT_MS;
    atMs += TICK_EVERY_MS
  ) {
    context.fillRect(xOf(atMs), heightPx - AXIS_PX, 1, 5);
    context.fillText(formatClock(atMs), xOf(atMs) + 3, heightPx - 4);
  }
}
