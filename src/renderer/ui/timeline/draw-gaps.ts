import type { Gap } from '../../../core/emotion/sample.ts';
import { gapWords } from '../words.ts';
import { drawFittingText, type Pen } from './pen.ts';

const HATCH_STEP_PX = 9;

/** Time without a reading: grey, hatched, with its reason where it fits. */
export function drawGaps(pen: Pen, gaps: readonly Gap[]): void {
  const { ctx, area, scale } = pen;
  for (const gap of gaps) {
    const left = Math.max(pen.x(gap.fromMs), area.left);
    const right = Math.min(pen.x(gap.toMs), area.left + area.width);
    if (right <= left) continue;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, area.top, Math.max(right - left, scale), area.height);
    ctx.fillStyle = '#eceff1';
    ctx.fill();
    ctx.clip();
    ctx.beginPath();
    for (let x = left - area.height; x < right; x += HATCH_STEP_PX * scale) {
      ctx.moveTo(x, area.top + area.height);
      ctx.lineTo(x + area.height, area.top);
    }
    ctx.strokeStyle = '#c3cacf';
    ctx.lineWidth = scale;
    ctx.stroke();
    ctx.fillStyle = '#37424b';
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    drawFittingText(
      pen,
      gapWords(gap.reason),
      (left + right) / 2,
      area.top + area.height / 2,
      right - left - 8 * scale,
    );
    ctx.restore();
  }
}
