import type { ScaleLinear } from 'd3-scale';
import { type Html, html } from './html.ts';

/** The box that a plot is drawn in, in units of its viewBox. */
export const PLOT = { widthPx: 480, heightPx: 360, leftPx: 56, rightPx: 464, topPx: 16, bottomPx: 312 } as const;

export const INK = '#10161a';
export const LINE = '#0b6377';
export const ACCENT = '#a0400f';

interface PlotFrame {
  /** Unique in the page. */
  readonly id: string;
  /** What is plotted, for those who do not see it. */
  readonly title: string;
  /** What it shows. */
  readonly description: string;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly body: Html;
}

/** A plot with axes, ticks and grid, named for a screen reader. The table that says the same stands beside it. */
export function plotFrame({ id, title, description, x, y, xLabel, yLabel, body }: PlotFrame): Html {
  const { widthPx, heightPx, leftPx, rightPx, topPx, bottomPx } = PLOT;
  const formatX = x.tickFormat(5);
  const formatY = y.tickFormat(5);
  const middleYPx = (topPx + bottomPx) / 2;
  return html`<svg viewBox="0 0 ${widthPx} ${heightPx}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${description}</desc>
${x.ticks(5).map(
  (tick) => html`<line x1="${x(tick)}" x2="${x(tick)}" y1="${topPx}" y2="${bottomPx}" stroke="#e3e7ea"/>
<text x="${x(tick)}" y="${bottomPx + 17}" text-anchor="middle">${formatX(tick)}</text>
`,
)}${y.ticks(5).map(
  (tick) => html`<line x1="${leftPx}" x2="${rightPx}" y1="${y(tick)}" y2="${y(tick)}" stroke="#e3e7ea"/>
<text x="${leftPx - 7}" y="${y(tick) + 4}" text-anchor="end">${formatY(tick)}</text>
`,
)}<rect x="${leftPx}" y="${topPx}" width="${rightPx - leftPx}" height="${bottomPx - topPx}" fill="none" stroke="#6f7780"/>
<text x="${(leftPx + rightPx) / 2}" y="${heightPx - 8}" text-anchor="middle">${xLabel}</text>
<text transform="translate(14 ${middleYPx}) rotate(-90)" text-anchor="middle">${yLabel}</text>
${body}</svg>`;
}
