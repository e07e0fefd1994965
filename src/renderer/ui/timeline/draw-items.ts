import { inkOn } from '../ink-on.ts';
import type { LaneItem } from './lane.ts';
import { drawFittingText, type Pen } from './pen.ts';

const HATCH_STEP_PX = 8;
const INK = '#1d242a';
const HATCH = '#aab4bb';

/** Where a row of an item lane lies, in canvas pixels. */
interface Strip {
  readonly top: number;
  readonly height: number;
}

/**
 * Items along their lane. An interval is a block; a moment is a line with its word beside it if there is room before the
 * next. Whatever a colour says, a word, letters or a pattern say too.
 */
export function drawItems(pen: Pen, strip: Strip, items: readonly LaneItem[]): void {
  const right = pen.area.left + pen.area.width;
  for (const [i, item] of items.entries()) {
    const from = pen.x(item.fromMs);
    const to = item.toMs === null ? from : pen.x(item.toMs);
    if (to < pen.area.left || from > right) continue;
    if (item.toMs === null) {
      const next = items[i + 1];
      drawMoment(pen, strip, item, from, Math.min(next ? pen.x(next.fromMs) : right, right));
    } else {
      drawBlock(pen, strip, item, Math.max(from, pen.area.left), Math.min(to, right));
    }
  }
}

function drawMoment(pen: Pen, { top, height }: Strip, item: LaneItem, at: number, until: number): void {
  const { ctx, scale } = pen;
  ctx.fillStyle = item.colour;
  ctx.fillRect(at - scale, top, 2 * scale, height);
  ctx.fillStyle = INK;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const left = at + 5 * scale;
  const room = until - left - 3 * scale;
  if (!drawFittingText(pen, item.text, left, top + height / 2, room) && item.short)
    drawFittingText(pen, item.short, left, top + height / 2, room);
}

function drawBlock(pen: Pen, { top, height }: Strip, item: LaneItem, left: number, to: number): void {
  const { ctx, scale } = pen;
  const width = Math.max(to - left, scale);
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.fillStyle = item.look === 'filled' ? item.colour : '#ffffff';
  ctx.fillRect(left, top, width, height);
  if (item.look === 'hatched') hatch(pen, left, top, width, height);
  else {
    ctx.strokeStyle = item.look === 'filled' ? '#ffffff' : item.colour;
    ctx.lineWidth = item.look === 'filled' ? scale : 2 * scale;
    if (width > 4 * scale) ctx.strokeRect(left + scale / 2, top + scale / 2, width - scale, height - scale);
  }
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const ink = item.look === 'filled' ? inkOn(item.colour) : INK;
  for (const text of [item.text, item.short ?? '']) {
    if (text !== '' && drawOnPlate(pen, text, ink, item.look === 'hatched', left, top, width, height)) break;
  }
  ctx.restore();
}

/** Words in the middle of a block; on a hatched one with the hatch cleared behind them. */
function drawOnPlate(
  pen: Pen,
  text: string,
  ink: string,
  plate: boolean,
  left: number,
  top: number,
  width: number,
  height: number,
): boolean {
  const { ctx, scale } = pen;
  const room = width - 8 * scale;
  const x = left + width / 2;
  const y = top + height / 2;
  if (plate) {
    ctx.fillStyle = '#ffffff';
    const textWidth = textWidthOf(pen, text);
    if (textWidth > room) return false;
    ctx.fillRect(x - textWidth / 2 - 3 * scale, y - 9 * scale, textWidth + 6 * scale, 18 * scale);
  }
  ctx.fillStyle = ink;
  return drawFittingText(pen, text, x, y, room);
}

function textWidthOf({ ctx, scale }: Pen, text: string): number {
  ctx.font = `600 ${12 * scale}px system-ui, sans-serif`;
  return ctx.measureText(text).width;
}

/** Slanting lines over a part of the chart: nothing was read here. */
export function hatch(pen: Pen, left: number, top: number, width: number, height: number): void {
  const { ctx, scale } = pen;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.beginPath();
  const step = HATCH_STEP_PX * scale;
  // Starts at a multiple of the step, so that neighbouring parts join and nothing creeps while the chart moves.
  for (let x = Math.floor((left - height) / step) * step; x < left + width; x += step) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.strokeStyle = HATCH;
  ctx.lineWidth = scale;
  ctx.stroke();
  ctx.restore();
}
