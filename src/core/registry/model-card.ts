import { stringify } from 'yaml';
import type { Comparison, Evaluation } from '../evaluation/evaluation-schema.ts';
import {
  ageBandTable,
  classesNotShown,
  comparisonTable,
  confusionTable,
  distressTable,
  figureText,
  INTERVALS_TEXT,
  imagesOfKnownAge,
  overallTable,
  perClassTable,
  type TextTable,
} from '../evaluation/evaluation-table.ts';
import { cardSummary } from './card-summary.ts';
import type { ModelConfig } from './model-config.ts';
import { testSentence, testsApart } from './model-tests-text.ts';
import { otherProgramsText } from './other-programs-text.ts';
import { trainingText } from './training-text.ts';

/**
 * The model card: README.md of a model folder, in the layout of the Hugging Face hub (YAML front matter, then Markdown).
 * Everything in it comes from config.json, so that the two cannot disagree.
 *
 * Source: https://huggingface.co/docs/hub/model-cards; sections after Mitchell et al. 2019, arXiv:1810.03993.
 */
export function modelCard(config: ModelConfig): string {
  return [
    `---\n${stringify(frontMatter(config)).trimEnd()}\n---`,
    `# ${config.id}`,
    cardSummary(config),
    '## Intended use',
    intendedUse(config),
    '## Training data',
    trainingData(config),
    '## How it was made',
    howItWasMade(config),
    ...(config.test ? ['## Figures', ...figures(config, config.test)] : ['## Figures\n\nIt has not been tested.']),
    '## Distress, whichever kind',
    ...distressSection(config),
    ...(config.comparison ? ['## Compared with the model before', comparisonSection(config.comparison)] : []),
    '## Limits',
    limits(config),
    '## In other programs',
    otherProgramsText(config),
    ...(config.notes ? ['## Notes of those who made it', config.notes.trim()] : []),
    '',
  ].join('\n\n');
}

function frontMatter(config: ModelConfig): Record<string, unknown> {
  return {
    ...(config.license ? { license: config.license } : {}),
    library_name: 'faceward',
    pipeline_tag: 'image-classification',
    tags: ['facial-expression-recognition', 'emotion-recognition', config.learner, config.regime],
    datasets: config.datasets,
    metrics: ['accuracy', 'f1'],
    ...(config.test ? { 'model-index': [modelIndex(config, config.test)] } : {}),
  };
}

/** The results of each test apart: machines are given no mean over unlike images. */
function modelIndex(config: ModelConfig, test: Evaluation): Record<string, unknown> {
  const apart = testsApart(config.tests);
  const results =
    apart.length > 0
      ? apart.map(({ shows, evaluation }) => result(shows, evaluation))
      : [result(config.testedOn, test)];
  return { name: config.id, results };
}

function result(shows: string, { images, subjects, ...figures }: Evaluation): Record<string, unknown> {
  const metrics = [
    { type: 'balanced_accuracy', value: rounded(figures.balancedAccuracy.value) },
    { type: 'accuracy', value: rounded(figures.accuracy.value) },
    { type: 'f1', name: 'macro-F1', value: rounded(figures.macroF1.value) },
  ];
  return {
    task: { type: 'image-classification' },
    dataset: { type: 'images', name: `${shows}: ${images} images of ${subjects} subjects` },
    metrics,
  };
}

function intendedUse({ threshold, temperature }: ModelConfig): string {
  return (
    "Support for trained staff who watch over a child during a session, with the child's face enrolled by them and " +
    'with consent. Not for a diagnosis, for measuring pain, for decisions about a child without a person, nor for ' +
    'watching people who have not agreed to it.\n\n' +
    `Probabilities are softmax(logits / ${temperature.toFixed(3)}). Where the likeliest emotion has less than ` +
    `${threshold.toFixed(3)}, the answer is "not sure". Both numbers were chosen on the val split.`
  );
}

function trainingData(config: ModelConfig): string {
  const { trainingData: data, split } = config;
  const lines = [
    `- Datasets: ${config.datasets.join(', ')}.`,
    `- Trained on ${data.images} images: ${data.childImages} of ${data.children} children and ${data.adultImages} of ` +
      `${data.adults} adults, labelled by the column \`${config.labelColumn}\`.`,
    `- Split by subject with seed ${split.seed}: ${split.subjects.train.length} subjects to train, ` +
      `${split.subjects.val.length} to choose on, ${split.subjects.test.length} to test; hash \`${split.hash}\`.`,
    `- Left out beforehand: ${leftOutText(config.excluded.length)}.`,
  ];
  if (!split.subjectsKnown) {
    lines.push(
      '- Subjects were not known: each file counted as its own, so that a leak between splits cannot be shown.',
    );
  }
  return lines.join('\n');
}

function leftOutText(count: number): string {
  if (count === 0) return 'nobody';
  return `${count} ${count === 1 ? 'subject' : 'subjects'}, whom neither this card nor the command below names`;
}

function howItWasMade(config: ModelConfig): string {
  const more = trainingText(config);
  const versions = Object.entries(config.engine.versions).map(([name, version]) => `${name} ${version}`);
  return (
    `Learner ${config.learner}, regime ${config.regime}, ${config.epochs} epochs, seed ${config.seed}, on the engine ` +
    `${config.engine.name} (${[...(config.engine.device ? [config.engine.device] : []), ...versions].join(', ')}). ${more && `${more} `}The same command gives ` +
    'the same weights again on the same engine:\n\n' +
    `\`\`\`\n${config.command}\n\`\`\`\n\n` +
    `${dividedText(config)}${config.engine.reason ? `Engine: ${config.engine.reason}.\n\n` : ''}Every setting is in \`config.json\`. ` +
    'The regime adults-as-augmentations is after Virgolin, De Lorenzo, ' +
    'Alderliesten and Bosman 2022, arXiv:2202.05187.'
  );
}

/** In an earlier version, each of several workers normalised and contrasted within its own part of a batch: another loss. */
function dividedText({ engine: { workers = 1, wholeBatches } }: ModelConfig): string {
  if (workers < 2 || wholeBatches) return '';
  return (
    `Each batch was divided among ${workers} workers, and normalised and contrasted within each part: the loss is that of the ` +
    'parts, and this is another training than on whole batches.\n\n'
  );
}

function figures(config: ModelConfig, test: Evaluation): string[] {
  const apart = testsApart(config.tests).flatMap((each) => [
    `### ${each.shows}: ${each.dataset}`,
    testSentence(each),
    markdownTable(overallTable(each.evaluation)),
    markdownTable(perClassTable(each.evaluation)),
    markdownTable(confusionTable(each.evaluation)),
  ]);
  return [
    `On children of the test split only, seen once, after everything had been chosen.${looksText(config)} ` +
      `${INTERVALS_TEXT} Accuracy, recall and F1 count every image by its likeliest emotion, whether the ` +
      'model was sure or not.',
    // A mean over unlike images comes after the figures that it is a mean of.
    ...(apart.length > 0 ? [...apart, '### All of them together'] : []),
    ...together(config, test),
  ];
}

function together({ testedOn }: ModelConfig, test: Evaluation): string[] {
  const notShown = classesNotShown(test);
  return [
    `${testedOn}: ${test.images} images of ${test.subjects} subjects.`,
    markdownTable(overallTable(test)),
    ...(notShown.length > 0 ? [`No image showed ${notShown.join(', ')}: no figure covers it.`] : []),
    '#### By emotion',
    markdownTable(perClassTable(test)),
    markdownTable(confusionTable(test)),
    ...(test.byAgeBand.length > 0
      ? [
          '#### By age',
          `Age is known of ${imagesOfKnownAge(test)} of ${test.images} images.`,
          markdownTable(ageBandTable(test)),
        ]
      : []),
  ];
}

/** The limits, and what they do on each kind of test images. */
function distressSection({ distress, test, tests, testedOn }: ModelConfig): string[] {
  if (!distress) {
    return [
      'It says nothing of distress: on its val images no limits could be chosen, or it was made before there were any.',
    ];
  }
  const apart = testsApart(tests).map(({ shows, dataset, evaluation }) => ({
    on: `${shows} (${dataset})`,
    evaluation,
  }));
  const measured = apart.length > 0 ? apart : test ? [{ on: testedOn, evaluation: test }] : [];
  return [
    `"Distress likely" is said where the summed probability of anger, disgust, fear and sadness is ${distress.atLeast.toFixed(3)} ` +
      `or more, "not seen" where it is below ${distress.below.toFixed(3)}, "not sure" between. Both were chosen on val: on each ` +
      'kind of its images at most 10 of 100 other faces are "likely", and at most 5 of 100 negative ones "not seen". What they ' +
      'do on test children, image by image, stands below; for a child at rest the false alarms of neutral faces count, not those ' +
      'of all others, happy and surprised ones among them.',
    ...measured.flatMap(({ on, evaluation }) => [
      `On ${on}:`,
      evaluation.distress ? markdownTable(distressTable(evaluation)) : 'not measured.',
    ]),
    'In a session the sums are smoothed over time first, which these figures do not cover. Where other faces than those of the ' +
      'test are frequent (eyes half shut, speech, crying for joy), false alarms are too.',
  ];
}

/** For a single test only: where there are several, each says it for itself. */
function looksText({ tests }: ModelConfig): string {
  const [only] = tests;
  return tests.length === 1 && only && only.lookCount !== null
    ? ` This was look no. ${only.lookCount} at this test set where the model was made.`
    : '';
}

function comparisonSection(comparison: Comparison): string {
  return (
    `Both models on the same ${comparison.images} images of ${comparison.subjects} subjects; this one minus ` +
    `${comparison.referenceModelId}, whose balanced accuracy is ${figureText(comparison.reference.balancedAccuracy)} there.\n\n` +
    markdownTable(comparisonTable(comparison))
  );
}

function limits({ classesValidatedOnChildren, classes, testedOn }: ModelConfig): string {
  const notValidated = classes.filter((each) => !classesValidatedOnChildren.includes(each));
  const lines = [
    '- An expression is not a feeling: illness, medication, a tube or a mask change what a face shows.',
    '- A reading holds for a frontal face in fair light; elsewhere the program gives a gap instead.',
    '- Figures by group hide what they have few images of: read them with their n.',
  ];
  if (notValidated.length > 0) {
    lines.unshift(
      `- Not validated on real children for: ${notValidated.join(', ')}. What it does on ${testedOn} does not carry ` +
        'over by itself.',
    );
  }
  return lines.join('\n');
}

function markdownTable({ header, rows }: TextTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
