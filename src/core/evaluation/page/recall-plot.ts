import { scaleLinear, scalePoint } from 'd3-scale';
import type { Evaluation } from '../evaluation-schema.ts';
import { type Html, html } from './html.ts';
import { INK, LINE } from './plot-frame.ts';

const WIDTH_PX = 480;
const ROW_PX = 32;
const LEFT_PX = 84;
const RIGHT_PX = 400;
const BELOW_PX = 40;

/** Recall of each class as a dot in its interval, with the n it stands on; chance as a dashed line. */
export function recallPlot({ perClass, classes }: Pick<Evaluation, 'perClass' | 'classes'>): Html {
  const bottomPx = ROW_PX * perClass.length;
  const x = scaleLinear([0, 1], [LEFT_PX, RIGHT_PX]);
  const y = scalePoint(
    perClass.map(({ emotion }) => emotion),
    [0, bottomPx],
  ).padding(0.5);
  const chancePx = x(1 / classes.length);
  return html`<svg viewBox="0 0 ${WIDTH_PX} ${bottomPx + BELOW_PX}" role="img" aria-labelledby="recall-title recall-desc">
<title id="recall-title">Recall of each emotion</title>
<desc id="recall-desc">Recall with its 95 % interval; the table beside it gives the same numbers.</desc>
${x.ticks(5).map(
  (tick) => html`<line x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${bottomPx}" stroke="#e3e7ea"/>
<text x="${x(tick)}" y="${bottomPx + 16}" text-anchor="middle">${x.tickFormat(5)(tick)}</text>
`,
)}<line x1="${chancePx}" x2="${chancePx}" y1="0" y2="${bottomPx}" stroke="${INK}" stroke-dasharray="5 4"/>
<text x="${(LEFT_PX + RIGHT_PX) / 2}" y="${bottomPx + 34}" text-anchor="middle">recall (dashed: naming any class alike)</text>
${perClass.map(({ emotion, images, recall }) => {
  const atPx = y(emotion)!;
  return html`<text x="${LEFT_PX - 8}" y="${atPx + 4}" text-anchor="end">${emotion}</text>
<text x="${RIGHT_PX + 12}" y="${atPx + 4}">n = ${images}</text>
${
  recall
    ? html`<path d="M${x(recall.low)},${atPx}H${x(recall.high)}M${x(recall.low)},${atPx - 5}v10M${x(recall.high)},${atPx - 5}v10" stroke="${LINE}" stroke-width="2" fill="none"/>
<circle cx="${x(recall.value)}" cy="${atPx}" r="5" fill="${LINE}"/>
`
    : ''
}`;
})}</svg>`;
}
