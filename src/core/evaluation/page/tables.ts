import type { Evaluation } from '../evaluation-schema.ts';
import type { TextTable } from '../evaluation-table.ts';
import type { CalibrationBin } from '../metrics/expected-calibration-error.ts';
import type { RiskCoveragePoint } from '../metrics/risk-coverage.ts';
import { type Html, html } from './html.ts';

/** A table of texts; the first cell of each row names it. */
export function textTable({ header, rows }: TextTable, caption: string): Html {
  return html`<div class="scroll"><table class="short"><caption>${caption}</caption>
<thead><tr>${header.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name = '', ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((each) => html`<td>${each}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}

/** Rows what is shown, columns what was named; counts, and the share of the row below them and as a shade. */
export function confusionMatrix({ classes, confusion, perClass }: Evaluation): Html {
  return html`<div class="scroll"><table class="short"><caption>Rows: what the image shows. Columns: what the model named. Count, and share of the row; framed: named right.</caption>
<thead><tr><td></td>${classes.map((each) => html`<th scope="col">${each}</th>`)}<th scope="col">images</th></tr></thead>
<tbody>${perClass.map(({ emotion, images }) => {
    const row = confusion[classes.indexOf(emotion)] ?? [];
    return html`<tr><th scope="row">${emotion}</th>${row.map((count, column) => {
      const share = images === 0 ? 0 : count / images;
      const isRight = classes[column] === emotion;
      return html`<td class="cell${isRight ? ' right' : ''}" style="background: rgba(${isRight ? '11, 99, 119' : '160, 90, 20'}, ${(0.4 * share).toFixed(3)})">${count}<small>${images === 0 ? '-' : percent(share)}</small></td>`;
    })}<td class="number">${images}</td></tr>
`;
  })}</tbody></table></div>`;
}

export function calibrationTable(bins: readonly CalibrationBin[]): Html {
  const filled = bins.filter(({ images }) => images > 0);
  return textTable(
    {
      header: ['confidence', 'images', 'mean confidence', 'share named right'],
      rows: filled.map(({ from, to, images, confidence, accuracy }) => [
        `${from.toFixed(2)} to ${to.toFixed(2)}`,
        String(images),
        confidence?.toFixed(3) ?? '-',
        accuracy?.toFixed(3) ?? '-',
      ]),
    },
    'Bins that hold images.',
  );
}

/** The curve at about every tenth of coverage. */
export function riskCoverageTable(curve: readonly RiskCoveragePoint[]): Html {
  const tenths = Array.from({ length: 10 }, (_, i) => (i + 1) / 10);
  const points = tenths.flatMap((tenth) => curve.find(({ coverage }) => coverage >= tenth - 1e-9) ?? []);
  return textTable(
    {
      header: ['coverage', 'risk', 'threshold'],
      rows: [...new Set(points)].map((each) => [
        each.coverage.toFixed(3),
        each.risk.toFixed(3),
        each.threshold.toFixed(3),
      ]),
    },
    'The curve at every tenth of coverage.',
  );
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
