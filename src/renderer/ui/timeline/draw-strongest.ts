import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { emotionStyle } from '../emotion-style.ts';
import type { Bucket, Buckets } from './bucket-samples.ts';
import type { Pen } from './pen.ts';

/**
 * The strongest emotion of each bucket: its mean as a bar of its colour, lowest to highest reading as a band. Where
 * most readings were "not sure" the bar is faint and has no band, so that doubt does not look like a reading.
 */
export function drawStrongest(pen: Pen, { buckets, widthMs }: Buckets): void {
  const { ctx, scale } = pen;
  for (const bucket of buckets) {
    const left = pen.x(bucket.fromMs);
    const width = Math.max(pen.x(bucket.fromMs + widthMs) - left, scale);
    const strongest = EMOTIONS[bucket.strongest];
    if (!strongest) continue;
    const { colour } = emotionStyle(strongest);
    ctx.fillStyle = colour;
    if (bucket.named >= 0) {
      ctx.globalAlpha = 0.22;
      ctx.fillRect(left, pen.y(bucket.high), width, Math.max(pen.y(bucket.low) - pen.y(bucket.high), scale));
    }
    ctx.globalAlpha = bucket.named >= 0 ? 1 : 0.4;
    ctx.fillRect(left, pen.y(meanOfStrongest(bucket)) - 1.25 * scale, width, 2.5 * scale);
    ctx.globalAlpha = 1;
  }
}

function meanOfStrongest(bucket: Bucket): number {
  return bucket.mean[bucket.strongest]!;
}
