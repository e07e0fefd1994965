import type { Gap } from '../../../core/emotion/gap.ts';
import { drawItems, hatch } from './draw-items.ts';
import type { LanePlace } from './lane.ts';
import type { Pen } from './pen.ts';
import type { TimeRange } from './time-range.ts';

/** Behind the curves: each lane's background, its hatched gaps, and the reference line of a curve. */
export function drawGround(pen: Pen, places: readonly LanePlace[], gaps: readonly Gap[]): void {
  const { ctx, area, scale } = pen;
  for (const { lane, topPx, heightPx } of places) {
    const top = area.top + topPx * scale;
    const height = heightPx * scale;
    ctx.fillStyle = '#f5f7f8';
    ctx.fillRect(area.left, top, area.width, height);
    if (lane.kind === 'items') continue;
    for (const gap of gaps) {
      const left = Math.max(pen.x(gap.fromMs), area.left);
      const right = Math.min(pen.x(gap.toMs), area.left + area.width);
      if (right > left) hatch(pen, left, top, right - left, height);
    }
    ctx.fillStyle = '#c3cacf';
    ctx.fillRect(area.left, top + height / 2, area.width, scale);
  }
}

/** Over the curves: the item lanes, the chosen stretch, and the cursor. */
export function drawForeground(
  pen: Pen,
  places: readonly LanePlace[],
  cursorMs: number,
  selection: TimeRange | null,
): void {
  const { ctx, area, scale } = pen;
  for (const { lane, topPx, heightPx, rows } of places) {
    if (lane.kind !== 'items') continue;
    const rowCount = 1 + Math.max(0, ...rows);
    const height = (heightPx * scale) / rowCount;
    for (let row = 0; row < rowCount; row++) {
      const items = lane.items.filter((_, i) => rows[i] === row);
      drawItems(pen, { top: area.top + topPx * scale + row * height, height }, items);
    }
  }
  if (selection) {
    const left = pen.x(selection.fromMs);
    const width = Math.max(pen.x(selection.toMs) - left, scale);
    ctx.fillStyle = 'rgba(21, 88, 176, 0.14)';
    ctx.fillRect(left, area.top, width, area.height);
    ctx.strokeStyle = '#1558b0';
    ctx.lineWidth = 2 * scale;
    ctx.strokeRect(left, area.top + scale, width, area.height - 2 * scale);
  }
  const x = pen.x(cursorMs);
  ctx.fillStyle = '#111518';
  ctx.fillRect(x - scale, area.top, 2 * scale, area.height);
  ctx.beginPath();
  ctx.moveTo(x - 6 * scale, area.top);
  ctx.lineTo(x + 6 * scale, area.top);
  ctx.lineTo(x, area.top + 8 * scale);
  ctx.fill();
}
