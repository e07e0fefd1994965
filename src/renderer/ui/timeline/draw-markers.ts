import { MARKER_WORDS } from '../../../core/emotion/marker-words.ts';
import type { Marker } from '../../../core/emotion/sample.ts';
import type { Pen } from './pen.ts';

const ROW_PX = 17;
const PADDING_PX = 5;

/** Staff events as flags: a line through the chart, and its word; flags that would overlap go one row lower. */
export function drawMarkers(pen: Pen, markers: readonly Marker[]): void {
  const { ctx, area, scale } = pen;
  const rowEnds: number[] = [];
  ctx.font = `600 ${12 * scale}px system-ui, sans-serif`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const marker of [...markers].sort((a, b) => a.atMs - b.atMs)) {
    const x = pen.x(marker.atMs);
    if (x < area.left || x > area.left + area.width) continue;
    const word = MARKER_WORDS[marker.kind];
    const width = ctx.measureText(word).width + 2 * PADDING_PX * scale;
    const free = rowEnds.findIndex((end) => end <= x);
    const row = free < 0 ? rowEnds.length : free;
    rowEnds[row] = x + width;
    const left = Math.min(x, area.left + area.width - width);
    const top = area.top + row * ROW_PX * scale;
    ctx.fillStyle = '#1d242a';
    ctx.fillRect(x - scale / 2, area.top, scale, area.height);
    ctx.fillRect(left, top, width, (ROW_PX - 1) * scale);
    ctx.fillStyle = '#ffffff';
    ctx.fillText(word, left + PADDING_PX * scale, top + (ROW_PX / 2) * scale);
  }
}
