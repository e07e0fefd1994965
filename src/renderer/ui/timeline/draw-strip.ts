import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { emotionStyle } from '../emotion-style.ts';
import type { Buckets } from './bucket-samples.ts';
import { drawFittingText, type Pen } from './pen.ts';

/** Where the strip lies on the chart's scale: below the zero of the probabilities. */
const STRIP_TOP = -0.04;
export const STRIP_BOTTOM = -0.16;

interface Stretch {
  readonly named: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Neighbouring buckets that named the same, as one stretch. */
export function namedStretches({ buckets, widthMs }: Buckets): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { named, fromMs } of buckets) {
    const last = stretches.at(-1);
    const toMs = fromMs + widthMs;
    if (last?.named === named && last.toMs === fromMs) stretches[stretches.length - 1] = { ...last, toMs };
    else stretches.push({ named, fromMs, toMs });
  }
  return stretches;
}

/** The named emotion along the bottom: filled and lettered; "not sure" is an empty outline with a question mark. */
export function drawStrip(pen: Pen, buckets: Buckets): void {
  const { ctx, scale } = pen;
  const top = pen.y(STRIP_TOP);
  const height = pen.y(STRIP_BOTTOM) - top;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { named, fromMs, toMs } of namedStretches(buckets)) {
    const { colour, glyph } = emotionStyle(EMOTIONS[named] ?? null);
    const left = pen.x(fromMs);
    const width = Math.max(pen.x(toMs) - left, scale);
    ctx.fillStyle = named < 0 ? '#ffffff' : colour;
    ctx.fillRect(left, top, width, height);
    if (named < 0) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = scale;
      ctx.strokeRect(left + scale / 2, top + scale / 2, Math.max(width - scale, scale), height - scale);
    }
    ctx.fillStyle = named < 0 ? '#37424b' : '#ffffff';
    drawFittingText(pen, glyph, left + width / 2, top + height / 2, width - 4 * scale);
  }
}
