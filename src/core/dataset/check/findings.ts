import { EMOTIONS, type Emotion } from '../../emotion/emotion.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import { ENOUGH_TEST_IMAGES } from '../enough-images.ts';
import type { DatasetCounts, Finding } from './report.ts';

/** Where a dataset brings no split, the share of the children that a training puts aside for its test. */
const USUAL_TEST_SHARE = 0.25;
/** Intervals are over subjects; with fewer, they are wide. */
const FEW_CHILDREN = 30;
/** One child in each of train, val and test. */
const LEAST_CHILDREN = 3;
const MUCH_OF_ONE_SUBJECT = 0.1;
const MUCH_DISAGREEMENT = 0.2;
const NAMED = 3;

/** What of a dataset's counts matters, the worst first. */
export function datasetFindings(counted: DatasetCounts): Finding[] {
  const findings = [
    ...childFindings(counted),
    ...groupFindings(counted),
    ...splitFindings(counted),
    ...emotionFindings(counted),
    ...subjectFindings(counted),
    ...duplicateFindings(counted),
    ...labelFindings(counted),
    ...otherFindings(counted),
  ];
  return (['error', 'warning', 'note'] as const).flatMap((kind) => findings.filter((each) => each.kind === kind));
}

function childFindings({ subjects }: DatasetCounts): Finding[] {
  if (subjects.child === 0) {
    return [
      error('No child image can be used: a model is chosen and tested on children, so there is nothing to go by.'),
    ];
  }
  if (subjects.child < LEAST_CHILDREN) {
    return [error(`${count(subjects.child, 'child')}: train, val and test need one each at least.`)];
  }
  if (subjects.child >= FEW_CHILDREN) return [];
  return [
    warning(`${subjects.child} children: with fewer than ${FEW_CHILDREN}, the intervals over subjects will be wide.`),
  ];
}

function groupFindings({ unusable }: DatasetCounts): Finding[] {
  const rows = unusable.filter(({ kind }) => kind === 'two-groups');
  if (rows.length === 0) return [];
  return [
    error(
      `${count(rows.length, 'row')} of subjects that are a child in one row and an adult in another: one of the two is ` +
        `wrong. First: ${englishOf(rows[0]!.why)}. Correct the group, or name two people differently.`,
    ),
  ];
}

function splitFindings({ split }: DatasetCounts): Finding[] {
  if (!split) return [];
  const { leakingSubjects, leakingImages } = split;
  return [
    ...(leakingSubjects.length > 0
      ? [
          error(
            `${count(leakingSubjects.length, 'subject')} on both sides of the split that the dataset brings: ` +
              `${listed(leakingSubjects)}. Its test would flatter every model.`,
          ),
        ]
      : []),
    ...(leakingImages.length > 0
      ? [
          error(
            `${count(leakingImages.length, 'pair')} of one photograph on both sides of the split that the dataset ` +
              `brings: ${listed(leakingImages.map((pair) => pair.join(' and ')))}. Leave one of each pair out.`,
          ),
        ]
      : []),
  ];
}

function emotionFindings({ byGroup, split, subjects }: DatasetCounts): Finding[] {
  if (subjects.child === 0) return [];
  const inTest = (emotion: Emotion) =>
    split ? split.childTest[emotion] : Math.round(USUAL_TEST_SHARE * byGroup.child[emotion]);
  const absent = EMOTIONS.filter((emotion) => byGroup.child[emotion] === 0);
  const few = EMOTIONS.filter((emotion) => byGroup.child[emotion] > 0 && inTest(emotion) < ENOUGH_TEST_IMAGES);
  const amounts = few.map((emotion) => {
    const test = split
      ? `${inTest(emotion)} of them in the test`
      : `about ${inTest(emotion)} of them in a test of a quarter`;
    return `${emotion} (${count(byGroup.child[emotion], 'child image')}, ${test})`;
  });
  const findings = [
    ...(absent.length > 0
      ? [warning(`No child shows ${absent.join(', ')}: a model neither learns it from children nor is tested on it.`)]
      : []),
    ...(few.length > 0
      ? [
          warning(
            `No figure can be given for ${amounts.join(', ')}: at least ${ENOUGH_TEST_IMAGES} test images are needed.`,
          ),
        ]
      : []),
  ];
  const withoutAdults = EMOTIONS.filter((emotion) => byGroup.child[emotion] > 0 && byGroup.adult[emotion] === 0);
  if (subjects.adult === 0) return [...findings, note('No adults: only the regime "children" can be trained.')];
  if (withoutAdults.length === 0) return findings;
  return [
    ...findings,
    note(`No adult shows ${withoutAdults.join(', ')}: adults as augmentations adds nothing to these.`),
  ];
}

function subjectFindings({ subjectsKnown, imagesPerSubject, byGroup }: DatasetCounts): Finding[] {
  if (!subjectsKnown) {
    return [
      warning(
        'Nothing says who is who: each file counts as a subject, so one person may be in training and test. Write a manifest with subjects.',
      ),
    ];
  }
  const childImages = EMOTIONS.reduce((sum, emotion) => sum + byGroup.child[emotion], 0);
  if (!imagesPerSubject || childImages === 0) return [];
  const share = imagesPerSubject.most / childImages;
  if (share <= MUCH_OF_ONE_SUBJECT) return [];
  return [
    warning(
      `${percent(share)} of the child images show one subject, ${imagesPerSubject.mostSubject}: what is learned or measured is largely this face.`,
    ),
  ];
}

function duplicateFindings({ duplicates }: DatasetCounts): Finding[] {
  const { withinSubjects, acrossSubjects, tiedSubjects, differentEmotions } = duplicates;
  return [
    ...(acrossSubjects.length > 0
      ? [
          warning(
            `${count(acrossSubjects.length, 'pair')} of images of different subjects look like one photograph: ` +
              `${listed(acrossSubjects.map(({ paths }) => paths.join(' and ')))}. A split keeps these ${tiedSubjects} subjects together.`,
          ),
        ]
      : []),
    ...(withinSubjects.length > 0
      ? [
          note(
            `${count(withinSubjects.length, 'pair')} of images of one subject look like one photograph, which then counts more than once.`,
          ),
        ]
      : []),
    ...(differentEmotions > 0
      ? [
          warning(
            `${count(differentEmotions, 'pair')} of images that look like one photograph with different emotions: look at ` +
              'them, one of each two labels may be wrong. --json names them.',
          ),
        ]
      : []),
  ];
}

function labelFindings({ columns, annotators }: DatasetCounts): Finding[] {
  const findings: Finding[] = [];
  if (columns && columns.different > 0) {
    const share = columns.different / columns.images;
    const text = `Column "${columns.column}" differs in ${columns.different} of ${columns.images} images (${percent(share)}): a model can hardly agree better with either.`;
    findings.push(share > MUCH_DISAGREEMENT ? warning(text) : note(text));
  }
  if (annotators && annotators.withoutMajority > 0) {
    const share = annotators.withoutMajority / annotators.images;
    const text = `In ${annotators.withoutMajority} of ${annotators.images} images (${percent(share)}) no emotion has more than half of the votes.`;
    findings.push(share > MUCH_DISAGREEMENT ? warning(text) : note(text));
  }
  return findings;
}

function otherFindings({ unusable, images, byAgeBand }: DatasetCounts): Finding[] {
  const broken = unusable.filter(({ kind }) => kind !== 'two-groups').length;
  const ageless = byAgeBand.find(({ group, band }) => group === 'child' && band === 'age unknown');
  const agelessImages = ageless ? EMOTIONS.reduce((sum, emotion) => sum + ageless.images[emotion], 0) : 0;
  return [
    ...(broken > 0
      ? [
          warning(
            `${count(broken, 'entry', 'entries')} cannot be used beside ${count(images, 'image')} that can; each is named with its reason.`,
          ),
        ]
      : []),
    ...(agelessImages > 0
      ? [note(`${count(agelessImages, 'child image')} without an age: no figure by age covers them.`)]
      : []),
  ];
}

function count(n: number, one: string, many = one === 'child' ? 'children' : `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

const error = (text: string): Finding => ({ kind: 'error', text });
const warning = (text: string): Finding => ({ kind: 'warning', text });
const note = (text: string): Finding => ({ kind: 'note', text });
