import type { Emotion } from '../emotion/emotion.ts';
import type { Evaluation, Figure } from '../evaluation/evaluation-schema.ts';
import { imagesOfKnownAge } from '../evaluation/evaluation-table.ts';
import { trivialClassifiers } from '../evaluation/trivial-classifiers.ts';
import { STANDARD_APPROVAL_RULES } from './approval/approval-rules.ts';
import type { ModelConfig, ModelTest } from './model-config.ts';
import { testsApart } from './model-tests-text.ts';

/**
 * The card's first page, for whoever decides and does not read tables: what the model is for, how often it is right and on
 * whom, where it is weak, what it was not tested on, and whether it may be used. Figures are rounded to whole ones of a
 * hundred images; the tables below give them in full.
 *
 * @returns Markdown.
 */
export function cardSummary(config: ModelConfig): string {
  return [
    `**What it is for.** It reads one of ${config.classes.length} emotions (${config.classes.join(', ')}) from the face of a child ` +
      'whom staff have enrolled, as support for trained staff. **It is decision support, never a diagnosis.** ' +
      `Where it is not at least ${hundredth(config.threshold)} % sure, it says "not sure".`,
    `**How often it is right.**${rightText(config)}`,
    ...weakText(config),
    `**What it was not tested on.**\n\n${list(untested(config))}`,
    `**May it be used?**\n\n${list(use(config))}`,
  ].join('\n\n');
}

interface ToldTest {
  readonly on: string;
  readonly real: boolean | null;
  readonly evaluation: Evaluation;
}

/** Unlike images apart; nobody is helped by a mean over them. */
function toldTests({ tests, test, testedOn }: ModelConfig): ToldTest[] {
  const told = ({ shows, realChildren, evaluation }: ModelTest) => ({ on: shows, real: realChildren, evaluation });
  const apart = testsApart(tests);
  if (apart.length > 0) return apart.map(told);
  if (!test) return [];
  return [{ on: testedOn, real: tests[0]?.realChildren ?? null, evaluation: test }];
}

function rightText(config: ModelConfig): string {
  const tests = toldTests(config);
  if (tests.length === 0) return ' That is not known: it has not been tested.';
  return `\n\n${list(
    tests.map(({ on, real, evaluation }) => {
      const { accuracy, accuracyWhenSure, abstained, images, subjects, subjectsKnown } = evaluation;
      const who = `${images} images of ${subjects} ${subjectsKnown ? 'children' : 'children as far as is known'}`;
      const kind = real === false ? ', **no real children**' : '';
      const sure = accuracyWhenSure
        ? ` It says "not sure" on ${hundredth(abstained.value)} of 100; of the others it is right on ${interval(accuracyWhenSure)}.`
        : ' It said "not sure" on all of them.';
      return `On ${on}${kind} (${who}): right on ${interval(accuracy)}, whether sure or not.${sure}`;
    }),
  )}`;
}

/** The emotion that is missed most often, where it is told apart from the others by enough images. */
function weakText(config: ModelConfig): string[] {
  const weakest = toldTests(config).flatMap(({ on, evaluation }) => {
    const [worst] = evaluation.perClass
      .flatMap(({ emotion, images, recall }) => (recall ? [{ emotion, images, recall }] : []))
      .sort((a, b) => a.recall.value - b.recall.value);
    return worst
      ? [
          `On ${on}, ${worst.emotion} is missed most often: found on ${interval(worst.recall, `${worst.images} images`)}.`,
        ]
      : [];
  });
  return weakest.length === 0 ? [] : [`**Where it is weakest.**\n\n${list(weakest)}`];
}

function untested(config: ModelConfig): string[] {
  const { classes, classesValidatedOnChildren: validated, test } = config;
  const missing = classes.filter((each: Emotion) => !validated.includes(each));
  return [
    ...(validated.length === 0
      ? [`**Not validated on real children: it was tested on ${config.testedOn} only.**`]
      : missing.length > 0
        ? [`Real children who show ${missing.join(' or ')}.`]
        : []),
    ...(test && imagesOfKnownAge(test) < test.images
      ? [`Ages: the age is known on ${imagesOfKnownAge(test)} of ${test.images} test images only.`]
      : []),
    ...(config.split.subjectsKnown
      ? []
      : [
          'Children whom it has certainly not seen: who is on the images was not known, so that somebody may be in two splits.',
        ]),
    'Your ward, its cameras and its children, unless the figures say so: compare it on your own images first.',
    'Swollen, masked or taped faces and faces under sedation by themselves: no figure here tells them apart.',
  ];
}

function use(config: ModelConfig): string[] {
  const { test, comparison, license } = config;
  const against: string[] = [];
  if (!test) against.push('**Not as it is:** it has not been tested.');
  else {
    const trivial = Math.max(...trivialClassifiers(test).map(({ balancedAccuracy }) => balancedAccuracy));
    if (test.balancedAccuracy.low <= trivial)
      against.push('**Not as it is:** it is not shown to do better than naming emotions without looking.');
    const { fewestTestChildren } = STANDARD_APPROVAL_RULES;
    if (test.subjects < fewestTestChildren) {
      against.push(
        `**Too few children to tell:** its figures rest on ${test.subjects}, and sites ask for ${fewestTestChildren} unless they set otherwise.`,
      );
    }
  }
  return [
    ...against,
    ...(comparison ? [comparisonText(comparison)] : ['It was not compared with another model on the same images.']),
    'The site decides: an administrator approves it once it was compared with the model in use there, and every condition that ' +
      'the program asks for is met or a written reason stands for it.',
    license
      ? `Licence of the weights: ${license}.`
      : 'No licence was stated: ask those who made it before it is passed on.',
  ];
}

function comparisonText({
  referenceModelId,
  balancedAccuracyDifference: { value, low, high },
}: NonNullable<ModelConfig['comparison']>): string {
  const points = (share: number) => (100 * share).toFixed(1);
  const spread = `95 % interval ${points(low)} to ${points(high)}`;
  if (low > 0)
    return `It is better than ${referenceModelId} by ${points(value)} points of balanced accuracy (${spread}).`;
  if (high < 0)
    return `It is worse than ${referenceModelId} by ${points(-value)} points of balanced accuracy (${spread} for this one minus that).`;
  return `No difference from ${referenceModelId} can be shown: ${points(value)} points of balanced accuracy (${spread}).`;
}

/** "86 of 100 (95 % interval 83 to 89)" */
function interval({ value, low, high }: Figure, n?: string): string {
  return `${hundredth(value)} of 100 (95 % interval ${hundredth(low)} to ${hundredth(high)}${n ? `; ${n}` : ''})`;
}

function hundredth(share: number): number {
  return Math.round(100 * share);
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
