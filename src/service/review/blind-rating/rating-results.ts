import type { RatingComparison, RatingResults, Who } from '../../../contract/review/ratings.ts';
import { ANNOTATION_LABELS, type AnnotationLabel } from '../../../core/emotion/annotation.ts';
import { bootstrapSubjects } from '../../../core/evaluation/bootstrap-subjects.ts';
import { shareByCount } from '../../../core/evaluation/interval-by-count.ts';
import type { RatedStretch } from '../../../core/store/ratings/ratings.node.ts';
import { krippendorffAlpha } from '../../../core/timeline/raters/krippendorff-alpha.ts';
import { beyondChanceByCount, pairAgreement } from '../../pair-agreement.ts';

const LABELS = ANNOTATION_LABELS.length;
const SEED = 1;

/** What each of those who are compared said of every stretch; null where that is no word. */
interface Said {
  readonly who: Who;
  readonly labels: readonly (AnnotationLabel | null)[];
}

/**
 * What came of a blind rating. "Cannot be told" and "not sure" are no words: a stretch without a word of either of two says
 * nothing of how far they agree, and how many there are is told beside it.
 *
 * @param names Of the raters, in the order of the answers.
 */
export function ratingResults(rated: readonly RatedStretch[], names: readonly string[]): Omit<RatingResults, 'left'> {
  const complete = rated.filter(({ answers }) => answers.every((answer) => answer !== null));
  const raters = names.map((name, rater): Said => {
    const labels = complete.map(({ answers }) => wordOf(answers[rater] ?? null));
    return { who: { kind: 'rater', name }, labels };
  });
  const machine: Said = { who: { kind: 'machine' }, labels: complete.map((stretch) => stretch.machine) };
  const agreed: Said = { who: { kind: 'agreed' }, labels: complete.map(agreedWord) };
  const subject = complete.map(({ childId }) => childId);
  const pairs = raters.flatMap((a, index) => raters.slice(index + 1).map((b) => [a, b] as const));
  const withMachine = [...raters, agreed].map((b) => [machine, b] as const);
  return {
    stretches: complete.length,
    children: new Set(subject).size,
    unanswered: rated.length - complete.length,
    words: [...Map.groupBy(complete, (stretch) => stretch.machine)]
      .map(([word, of]) => ({ word, stretches: of.length, children: new Set(of.map(({ childId }) => childId)).size }))
      .sort((a, b) => b.stretches - a.stretches),
    cannotTell: names.map((name, rater) => ({
      name,
      stretches: complete.filter(({ answers }) => answers[rater] === 'unreadable').length,
    })),
    together: raters.length > 2 ? together(raters, subject) : null,
    comparisons: [...pairs, ...withMachine].map(([a, b]) => comparison(a, b, subject)),
  };
}

function wordOf(answer: RatedStretch['answers'][number]): AnnotationLabel | null {
  return answer === 'unreadable' ? null : answer;
}

/** The word that all raters gave. */
function agreedWord({ answers }: RatedStretch): AnnotationLabel | null {
  const first = wordOf(answers[0] ?? null);
  return answers.every((answer) => answer === first) ? first : null;
}

function comparison(a: Said, b: Said, subjects: readonly string[]): RatingComparison {
  const counts = new Map<number, number>();
  const cells: number[] = [];
  const subject: string[] = [];
  for (const [stretch, child] of subjects.entries()) {
    const [ofA, ofB] = [a.labels[stretch] ?? null, b.labels[stretch] ?? null];
    if (ofA === null || ofB === null) continue;
    const cell = ANNOTATION_LABELS.indexOf(ofA) * LABELS + ANNOTATION_LABELS.indexOf(ofB);
    cells.push(cell);
    subject.push(child);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const { observed, kappa } = pairAgreement({ labels: LABELS, cells, subject });
  return {
    a: a.who,
    b: b.who,
    stretches: cells.length,
    children: new Set(subject).size,
    observed,
    cohenKappa: kappa,
    cells: [...counts]
      .sort(([one], [other]) => one - other)
      .map(([cell, stretches]) => ({
        a: ANNOTATION_LABELS[Math.floor(cell / LABELS)]!,
        b: ANNOTATION_LABELS[cell % LABELS]!,
        stretches,
      })),
  };
}

function together(raters: readonly Said[], subjects: readonly string[]): RatingResults['together'] {
  const all = subjects.map((child, stretch) => ({
    child,
    answers: raters.map(({ labels }) => {
      const label = labels[stretch] ?? null;
      return label === null ? null : ANNOTATION_LABELS.indexOf(label);
    }),
  }));
  const met = all.filter(({ answers }) => answers.filter((answer) => answer !== null).length > 1);
  const subject = met.map(({ child }) => child);
  const units = met.map(({ answers }) => answers);
  const counts = { stretches: met.length, children: new Set(subject).size };
  const whole = krippendorffAlpha(units, LABELS);
  if (!whole) return { ...counts, observed: null, alpha: null };
  const of = (weights: Float64Array) => krippendorffAlpha(units, LABELS, weights);
  const [observed] = bootstrapSubjects((weights) => [of(weights)?.observed ?? null], {
    subject,
    seed: SEED,
    range: [0, 1],
    byCount: shareByCount,
  });
  const [alpha] = bootstrapSubjects((weights) => [of(weights)?.alpha ?? null], {
    subject,
    seed: SEED,
    range: [-1, 1],
    byCount: beyondChanceByCount(whole.observed, whole.byChance),
  });
  return { ...counts, observed: observed ?? null, alpha: alpha ?? null };
}
