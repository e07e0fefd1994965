import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { CalibrationBin } from '../metrics/expected-calibration-error.ts';
import { type Html, html } from './html.ts';
import { ACCENT, INK, LINE, PLOT, plotFrame } from './plot-frame.ts';

/** The filled part of a plot that a bar leaves free between itself and its neighbour. */
const GAP_PX = 2;

/** How often the model is right (bars) against how sure it says to be (crosses), bin by bin, with the n of each. */
export function reliabilityDiagram(bins: readonly CalibrationBin[]): Html {
  const x = scaleLinear([0, 1], [PLOT.leftPx, PLOT.rightPx]);
  const y = scaleLinear([0, 1], [PLOT.bottomPx, PLOT.topPx]);
  const diagonal = line()([
    [x(0), y(0)],
    [x(1), y(1)],
  ]);
  const filled = bins.flatMap(({ accuracy, confidence, ...bin }) =>
    accuracy === null || confidence === null ? [] : [{ ...bin, accuracy, confidence }],
  );
  return plotFrame({
    id: 'reliability',
    title: 'Reliability diagram',
    description:
      `Share of images named right against the confidence claimed, in ${bins.length} bins of which ${filled.length} hold ` +
      'images; the table beside it gives the same numbers.',
    x,
    y,
    xLabel: 'confidence',
    yLabel: 'share named right',
    body: html`<path d="${diagonal ?? ''}" stroke="${INK}" stroke-dasharray="5 4" fill="none"/>
${filled.map(({ from, to, images, accuracy, confidence }) => {
  const middlePx = (x(from) + x(to)) / 2;
  return html`<rect x="${x(from) + GAP_PX / 2}" y="${y(accuracy)}" width="${x(to) - x(from) - GAP_PX}" height="${y(0) - y(accuracy)}" fill="${LINE}" fill-opacity="0.22" stroke="${LINE}"/>
<path d="M${x(confidence) - 4},${y(confidence) - 4}l8,8m-8,0l8,-8" stroke="${ACCENT}" stroke-width="2" fill="none"/>
<text x="${middlePx}" y="${y(0) - 5}" text-anchor="middle" font-size="10">${images}</text>
`;
})}`,
  });
}
