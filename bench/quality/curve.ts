import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html } from '../../src/core/evaluation/page/html.ts';
import { ACCENT, LINE, PLOT, plotFrame } from '../../src/core/evaluation/page/plot-frame.ts';
import type { Bin, Measure } from './tables.ts';

/** Accuracy against one measure as an SVG file, with 95 % intervals and the limits that are in use. */
export function curveSvg(bins: readonly Bin[], { id, label }: Measure, limits: readonly number[]): string {
  const x = scaleLinear(
    [Math.min(...bins.map(({ from }) => from)), Math.max(...bins.map(({ to }) => to))],
    [PLOT.leftPx, PLOT.rightPx],
  );
  const y = scaleLinear([0, 1], [PLOT.bottomPx, PLOT.topPx]);
  const path = line<Bin>()
    .x(({ mean }) => x(mean))
    .y(({ right }) => y(right.value))(bins);
  const body = html`<path d="${path ?? ''}" stroke="${LINE}" stroke-width="2" fill="none"/>
${bins.map(
  ({
    mean,
    right,
  }) => html`<line x1="${x(mean)}" x2="${x(mean)}" y1="${y(right.low)}" y2="${y(right.high)}" stroke="${LINE}"/>
<circle cx="${x(mean)}" cy="${y(right.value)}" r="3.5" fill="${LINE}"/>
`,
)}${limits.map(
  (limit) =>
    html`<line x1="${x(limit)}" x2="${x(limit)}" y1="${PLOT.topPx}" y2="${PLOT.bottomPx}" stroke="${ACCENT}" stroke-dasharray="6 4"/>
`,
)}`;
  const plot = plotFrame({
    id,
    title: `Accuracy against ${label}`,
    description: bins.map(({ mean, right }) => `${mean.toFixed(2)}: ${right.value.toFixed(2)}`).join('; '),
    x,
    y,
    xLabel: label,
    yLabel: 'share of faces read right',
    body,
  });
  return `${plot.text.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360" font-family="sans-serif" font-size="12" style="background:#fff" ')}\n`;
}
