import type { ModelDecision } from '../../emotion/model.ts';
import type { Comparison, Figure, TestedHere } from '../../evaluation/evaluation-schema.ts';
import type { Failure } from '../../words/failure.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import type { ApprovalException } from './life-cycle.ts';

/** What a model was approved in spite of, with who did so and when. */
export type RecordedException = ApprovalException & Signed;

interface Signed {
  /** Name of who did it. */
  readonly by: string;
  readonly atIso: string;
}

/** What became of a model at a site. */
export interface ModelLife {
  readonly exception: RecordedException | null;
  /** Children whom it was made with and whose consent to training has ended since. Their codes are left out. */
  readonly endedConsents: readonly {
    readonly how: keyof typeof ENDED;
    readonly onDate: string;
    readonly through: string | null;
  }[];
  /** Newest first. */
  readonly decisions: readonly (Signed & { readonly kind: ModelDecision; readonly reason: string })[];
  /** The newest; it is told only where it was made again. */
  readonly comparison:
    | (Pick<
        Comparison,
        'referenceModelId' | 'referenceDigest' | 'images' | 'subjects' | 'balancedAccuracyDifference'
      > & {
        readonly again?: ComparedAgain | undefined;
      })
    | null;
}

/** A comparison after the model was made. */
interface ComparedAgain extends Signed {
  readonly lookCount: number | null;
  /** Of a model from elsewhere: the run whose test images they were. */
  readonly lockedBy?: (TestedHere & { readonly run: string }) | undefined;
}

const ENDED = {
  withdrawn: 'The consent to train on a child of this site: withdrawn on',
  expired: 'The consent to train on a child of this site: run out on',
  erased: 'A child of this site: erased on',
} as const;

const DECIDED: Readonly<Record<ModelDecision, string>> = {
  rejected: 'rejected it',
  reconsidered: 'took it up again',
  'brought-back': 'brought it back into use',
};

/**
 * Sections for the end of a model's card, as the site shows it: what became of the model there. They are not in the card's
 * file, which is the model's own and is not changed by what becomes of it.
 *
 * @returns Empty where there is nothing to say.
 */
export function lifeText({ exception, decisions, comparison, endedConsents }: ModelLife): string {
  const sections = [
    ...(endedConsents.length > 0 ? consentLines(endedConsents) : []),
    ...(exception ? exceptionLines(exception) : []),
    ...(comparison?.again ? comparisonLines(comparison, comparison.again) : []),
    ...(decisions.length > 0 ? decisionLines(decisions) : []),
  ];
  return sections.length > 0 ? ['', ...sections, ''].join('\n\n') : '';
}

function consentLines(ended: ModelLife['endedConsents']): string[] {
  return [
    '## Made with children who may not be trained on any more',
    ended.map(consentLine).join('\n'),
    'Train it again without them.',
  ];
}

function consentLine({ how, onDate, through }: ModelLife['endedConsents'][number]): string {
  return `- ${ENDED[how]} ${onDate}.${through === null ? '' : ` It is built on ${through}, which saw this child.`}`;
}

function exceptionLines({ reason, unmet, by, atIso }: RecordedException): string[] {
  return [
    '## Approved at this site although not every condition was met',
    unmet.map((each: Failure) => `- ${escaped(englishOf(each))}`).join('\n'),
    `${escaped(by)} approved it on ${day(atIso)} and gave this reason:`,
    quoted(reason),
  ];
}

function comparisonLines(
  {
    referenceModelId,
    referenceDigest,
    images,
    subjects,
    balancedAccuracyDifference,
  }: NonNullable<ModelLife['comparison']>,
  { by, atIso, lookCount, lockedBy }: ComparedAgain,
): string[] {
  const onWhich = lockedBy
    ? `on test images that the run ${escaped(lockedBy.run)} has locked (${escaped(lockedBy.shows)})`
    : 'on its own test images';
  return [
    lockedBy ? '## Compared at this site' : '## Compared again at this site',
    `${escaped(by)} had it compared on ${day(atIso)} with ${escaped(referenceModelId)}, in use then` +
      `${referenceDigest ? ` (digest \`${referenceDigest}\`)` : ''}, ${onWhich}: difference in balanced accuracy ` +
      `${signed(balancedAccuracyDifference)}, n = ${images} images of ${subjects} subjects.` +
      `${lookCount === null ? '' : ` Look no. ${lookCount} at these test images.`}`,
    ...(lockedBy ? testedHereLines(lockedBy) : []),
  ];
}

function testedHereLines({ test, seen, subjectsUnknown }: NonNullable<ComparedAgain['lockedBy']>): string[] {
  const { value, low, high } = test.balancedAccuracy;
  const [figure, from, to] = [value, low, high].map((each) => each.toFixed(3));
  return [
    `On these images its own balanced accuracy is ${figure} [${from}, ${to}], n = ${test.images} images of ${test.subjects} subjects. ` +
      `${seen > 0 ? `${seen} test children whom it was fitted on are left out. ` : ''}` +
      (subjectsUnknown
        ? 'It remembers its subjects under a key that is not here: that none of these children was among them cannot be checked.'
        : 'By its digests, it was fitted on none of these children.'),
  ];
}

function decisionLines(decisions: ModelLife['decisions']): string[] {
  return [
    '## Decided at this site',
    ...decisions.flatMap(({ kind, reason, by, atIso }) => [
      `${escaped(by)} ${DECIDED[kind]} on ${day(atIso)} and gave this reason:`,
      quoted(reason),
    ]),
  ];
}

function signed({ value, low, high }: Figure): string {
  const text = (figure: number) => `${figure < 0 ? '-' : '+'}${Math.abs(figure).toFixed(3)}`;
  return `${text(value)} [${text(low)}, ${text(high)}]`;
}

function day(iso: string): string {
  return iso.slice(0, 10);
}

function quoted(reason: string): string {
  return `> ${escaped(reason.replace(/\s+/g, ' '))}`;
}

/** What people wrote stays what they wrote: none of it is Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~]/g, String.raw`\$&`);
}
