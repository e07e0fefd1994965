import { scaleLinear } from 'd3-scale';
import { curveStepBefore, line } from 'd3-shape';
import type { RiskCoveragePoint } from '../metrics/risk-coverage.ts';
import { type Html, html } from './html.ts';
import { ACCENT, LINE, PLOT, plotFrame } from './plot-frame.ts';

/** What the threshold in use does. */
export interface OperatingPoint {
  readonly threshold: number;
  /** Share of images on which the model names an emotion. */
  readonly coverage: number;
  /** Share of those on which it errs. */
  readonly risk: number;
}

/** Risk against coverage, with the threshold in use marked; none is marked where it answers no image. */
export function riskCoveragePlot(curve: readonly RiskCoveragePoint[], inUse: OperatingPoint | null): Html {
  const x = scaleLinear([0, 1], [PLOT.leftPx, PLOT.rightPx]);
  const highest = Math.max(0.1, ...curve.map(({ risk }) => risk));
  const y = scaleLinear([0, highest], [PLOT.bottomPx, PLOT.topPx]).nice();
  const path = line<RiskCoveragePoint>()
    .x(({ coverage }) => x(coverage))
    .y(({ risk }) => y(risk))
    .curve(curveStepBefore)(curve);
  const last = curve.at(-1);
  return plotFrame({
    id: 'risk-coverage',
    title: 'Risk against coverage',
    description:
      `Share of errors among the images answered, from the surest to all of them${last ? `, where it is ${last.risk.toFixed(3)}` : ''}. ` +
      (inUse
        ? `At the threshold in use, ${inUse.threshold.toFixed(3)}, coverage is ${inUse.coverage.toFixed(3)} and risk ${inUse.risk.toFixed(3)}.`
        : 'At the threshold in use no image is answered.'),
    x,
    y,
    xLabel: 'coverage: share of images answered',
    yLabel: 'risk: share of answers that are wrong',
    body: html`<path d="${path ?? ''}" stroke="${LINE}" stroke-width="2" fill="none"/>
${inUse ? marked(x(inUse.coverage), y(inUse.risk), inUse.threshold) : ''}`,
  });
}

function marked(xPx: number, yPx: number, threshold: number): Html {
  const isRight = xPx > (PLOT.leftPx + PLOT.rightPx) / 2;
  return html`<line x1="${xPx}" x2="${xPx}" y1="${PLOT.topPx}" y2="${PLOT.bottomPx}" stroke="${ACCENT}" stroke-dasharray="6 4"/>
<circle cx="${xPx}" cy="${yPx}" r="6" fill="#fff" stroke="${ACCENT}" stroke-width="2.5"/>
<text x="${isRight ? xPx - 8 : xPx + 8}" y="${PLOT.topPx + 16}" text-anchor="${isRight ? 'end' : 'start'}">threshold ${threshold.toFixed(3)}</text>
`;
}
