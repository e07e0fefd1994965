import type { Emotion } from '../../emotion/emotion.ts';
import type { Comparison, Evaluation } from '../evaluation-schema.ts';
import {
  classesNotShown,
  comparisonTable,
  distressTable,
  figureText,
  INTERVALS_TEXT,
  overallTable,
  perClassTable,
  subgroupRecallTable,
  subgroupTable,
} from '../evaluation-table.ts';
import { type Html, html } from './html.ts';
import { recallPlot } from './recall-plot.ts';
import { reliabilityDiagram } from './reliability-diagram.ts';
import { riskCoveragePlot } from './risk-coverage-plot.ts';
import { STYLES } from './styles.ts';
import { calibrationTable, confusionMatrix, riskCoverageTable, textTable } from './tables.ts';

/** An image about which the model was both sure and wrong. */
export interface ListedMistake {
  /** Relative to its dataset's folder. */
  readonly path: string;
  readonly shown: Emotion;
  readonly named: Emotion;
  readonly confidence: number;
  /** The crop that the model saw, as a data: URI; null leaves the picture out. */
  readonly pictureUri: string | null;
}

/** All that the page says. */
export interface EvaluationPageFacts {
  readonly modelId: string;
  readonly modelVersion: string;
  readonly temperature: number;
  readonly threshold: number;
  /** The images in words: their dataset, which of its children. */
  readonly images: string;
  /** Hash of the division of subjects that the model was trained with; null where none is concerned. */
  readonly splitHash: string | null;
  /** How often this test set has been looked at, this time included; null where nobody counts. */
  readonly lookCount: number | null;
  /** The command that makes this page again. */
  readonly command: string | null;
  readonly madeAtIso: string;
  /** What must be known to read the figures rightly. */
  readonly cautions: readonly string[];
  readonly evaluation: Evaluation;
  readonly comparison: Comparison | null;
  /** Surest first; null where the images are not at hand. */
  readonly mistakes: readonly ListedMistake[] | null;
}

/**
 * One evaluation as one HTML file, to be read, printed and sent on: it holds no script, and asks nothing of the
 * network, which its own content security policy makes sure of.
 *
 * Holds pictures of faces only where `mistakes` brings them, and then says so on top.
 */
export function evaluationPage(facts: EvaluationPageFacts): string {
  const { evaluation, comparison, mistakes } = facts;
  const title = `${facts.modelId} ${facts.modelVersion} on ${facts.images}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>${STYLES}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${evaluation.images} images of ${evaluation.subjects} subjects. Decision support for trained staff, never a diagnosis.</p>
${cautionsOf(facts)}
${factTable(facts)}
<h2>Figures</h2>
${textTable(overallTable(evaluation), 'In brackets: 95 % intervals. To the right: what is reached on the same images without looking at them.')}
<p class="note">${INTERVALS_TEXT}</p>
<p class="note">Accuracy, recall and F1 count every image by its likeliest emotion, whether the model was sure or not. The AUC scores an image by p(negative) / (p(negative) + p(neutral)); negative are anger, disgust, fear and sadness.</p>
${comparison ? html`<h2>Compared with ${comparison.referenceModelId}</h2>${comparisonSection(comparison)}` : ''}
<h2>Confusion</h2>
${confusionMatrix(evaluation)}
<h2>By emotion</h2>
<div class="beside"><figure>${recallPlot(evaluation)}</figure>
${textTable(perClassTable(evaluation), 'Recall with its 95 % interval, and precision.')}</div>
${distressSection(evaluation)}
${calibrationSection(evaluation)}
${riskCoverageSection(evaluation)}
<h2>By group and age</h2>
${subgroups(evaluation)}
${mistakes ? html`<h2>Worst confident mistakes</h2>${mistakeTable(mistakes)}` : ''}
</main>
</body>
</html>
`.text;
}

function cautionsOf({ cautions, mistakes }: EvaluationPageFacts): Html | '' {
  const all = [
    ...(mistakes?.some(({ pictureUri }) => pictureUri)
      ? ['THIS FILE HOLDS PICTURES OF FACES, OF CHILDREN AMONG THEM: keep it as you keep the images themselves.']
      : []),
    ...cautions,
  ];
  return all.length === 0 ? '' : html`<ul class="cautions">${all.map((each) => html`<li>${each}</li>`)}</ul>`;
}

function factTable({ temperature, threshold, splitHash, lookCount, command, madeAtIso }: EvaluationPageFacts): Html {
  const facts: [string, Html | string][] = [
    ['Temperature', temperature.toFixed(3)],
    ['"Not sure" below', threshold.toFixed(3)],
    ...(splitHash ? [['Split', html`<code>${splitHash}</code>`] as [string, Html]] : []),
    ...(lookCount === null ? [] : [['Looks at this test set', `this is number ${lookCount}`] as [string, string]]),
    ...(command ? [['Command', html`<code>${command}</code>`] as [string, Html]] : []),
    ['Made', madeAtIso],
  ];
  return html`<table class="facts"><tbody>${facts.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>
`,
  )}</tbody></table>`;
}

function comparisonSection(comparison: Comparison): Html {
  return html`<p>Both models on the same images; this one minus ${comparison.referenceModelId}, whose balanced accuracy is ${figureText(comparison.reference.balancedAccuracy)} there. The difference is taken within each draw of subjects.</p>
${textTable(comparisonTable(comparison), 'Differences with their 95 % intervals.')}`;
}

function distressSection(evaluation: Evaluation): Html | '' {
  const { distressLimits: limits } = evaluation;
  if (!limits) return '';
  return html`<h2>Distress, whichever kind</h2>
<p>Summed probability of anger, disgust, fear and sadness: "likely" from ${limits.atLeast.toFixed(3)} on, "not seen" below ${limits.below.toFixed(3)}, "not sure" between; both chosen on val.</p>
${textTable(distressTable(evaluation), 'Negative: images that show one of the four. In brackets: 95 % intervals.')}`;
}

function calibrationSection({ calibrationBins, expectedCalibrationError }: Evaluation): Html | '' {
  if (calibrationBins.length === 0) return '';
  return html`<h2>Calibration</h2>
<div class="beside"><figure>${reliabilityDiagram(calibrationBins)}
<figcaption>Bars: share of the bin's images named right; the number is how many they are. Crosses: mean confidence. On the dashed line both agree. Expected calibration error ${figureText(expectedCalibrationError)}.</figcaption></figure>
${calibrationTable(calibrationBins)}</div>`;
}

function riskCoverageSection({ riskCoverage, threshold, abstained, accuracyWhenSure }: Evaluation): Html | '' {
  if (!riskCoverage) return '';
  const inUse =
    threshold === null || accuracyWhenSure === null
      ? null
      : { threshold, coverage: 1 - abstained.value, risk: 1 - accuracyWhenSure.value };
  return html`<h2>Risk and coverage</h2>
<div class="beside"><figure>${riskCoveragePlot(riskCoverage.curve, inUse)}
<figcaption>What every threshold would do: answering only the surest images errs less. The circle is the threshold in use, chosen on val. Area under the curve ${figureText(riskCoverage.area)}.</figcaption></figure>
${riskCoverageTable(riskCoverage.curve)}</div>`;
}

function subgroups(evaluation: Evaluation): Html {
  const parts = [
    ...evaluation.byGroup.map((each) => ({ name: each.group, ...each })),
    ...evaluation.byAgeBand.map((each) => ({ name: `${each.band} years`, ...each })),
  ];
  const notShown = classesNotShown(evaluation);
  return html`${
    parts.length === 0
      ? html`<p>Neither group nor age is known of these images.</p>`
      : html`${textTable(subgroupTable('who', parts), 'Every figure of each part, with its 95 % interval.')}
${textTable(subgroupRecallTable('who', parts), 'Recall of each emotion; in round brackets the images that show it.')}`
  }
${notShown.length > 0 ? html`<p>No image shows ${notShown.join(', ')}: no figure covers it.</p>` : ''}`;
}

function mistakeTable(mistakes: readonly ListedMistake[]): Html {
  if (mistakes.length === 0) return html`<p>There are none.</p>`;
  const hasPictures = mistakes.some(({ pictureUri }) => pictureUri);
  return html`<table><caption>Where a label is wrong, a face is hard, or the model has learnt something it should not.</caption>
<thead><tr>${hasPictures ? html`<th scope="col">crop</th>` : ''}<th scope="col">image</th><th scope="col">shown</th><th scope="col">named</th><th scope="col">confidence</th></tr></thead>
<tbody>${mistakes.map(
    ({ path, shown, named, confidence, pictureUri }) =>
      html`<tr>${hasPictures ? html`<td>${pictureUri ? html`<img class="crop" alt="the crop of ${path}" src="${pictureUri}">` : ''}</td>` : ''}<td class="path">${path}</td><td>${shown}</td><td>${named}</td><td class="number">${confidence.toFixed(3)}</td></tr>
`,
  )}</tbody></table>`;
}
