import { type Emotion, NEGATIVE_EMOTIONS } from '../../emotion/emotion.ts';

/**
 * How well a model tells negative from neutral faces, whichever negative emotion it is.
 *
 * The score of an image is p(negative) / (p(negative) + p(neutral)), where negative sums anger, disgust, fear and
 * sadness: the other emotions' probability does not enter, so that a hesitation between neutral and happy does not
 * look like distress. The area under the ROC curve of that score is the probability that a random negative image
 * scores higher than a random neutral one, equal scores counting as one half (Mann-Whitney).
 */

/** The images that are negative or neutral, in ascending order of score, ready for weighted counting. */
export interface RankedScores {
  /** Index of the image. */
  readonly image: Int32Array;
  readonly score: Float64Array;
  /** 1 for negative, 0 for neutral. */
  readonly negative: Uint8Array;
}

/**
 * @param probabilities Row-major [images, classes].
 * @param truth Index into `classes`.
 */
export function rankNegativeAgainstNeutral(
  probabilities: Float32Array,
  truth: ArrayLike<number>,
  classes: readonly Emotion[],
): RankedScores {
  const isNegative = classes.map((each) => (NEGATIVE_EMOTIONS as readonly Emotion[]).includes(each));
  const neutral = classes.indexOf('neutral');
  const rows: { image: number; score: number; negative: number }[] = [];
  for (let image = 0; image < truth.length; image += 1) {
    const negative = isNegative[truth[image]!] ? 1 : 0;
    if (!negative && truth[image] !== neutral) continue;
    rows.push({ image, score: score(probabilities, image * classes.length, isNegative, neutral), negative });
  }
  rows.sort((a, b) => a.score - b.score);
  return {
    image: Int32Array.from(rows, (row) => row.image),
    score: Float64Array.from(rows, (row) => row.score),
    negative: Uint8Array.from(rows, (row) => row.negative),
  };
}

/**
 * @param weights How often each image counts, by image index; once each when left out.
 * @returns 0 to 1 (chance: 0.5), or null where one side has no image.
 */
export function negativeAgainstNeutralAuc(ranked: RankedScores, weights?: ArrayLike<number>): number | null {
  let neutralBelow = 0;
  let negatives = 0;
  let wins = 0;
  for (let from = 0; from < ranked.score.length; ) {
    let tiedNegative = 0;
    let tiedNeutral = 0;
    let to = from;
    for (; to < ranked.score.length && ranked.score[to] === ranked.score[from]; to += 1) {
      const weight = weights ? weights[ranked.image[to]!]! : 1;
      if (ranked.negative[to]) tiedNegative += weight;
      else tiedNeutral += weight;
    }
    wins += tiedNegative * (neutralBelow + tiedNeutral / 2);
    neutralBelow += tiedNeutral;
    negatives += tiedNegative;
    from = to;
  }
  return negatives === 0 || neutralBelow === 0 ? null : wins / (negatives * neutralBelow);
}

/** How many subjects the area stands on: those of the side, negative or neutral, that has fewer. */
export function subjectsOfRanks({ image, negative }: RankedScores, subject: readonly string[]): number {
  const ofSide = (side: 0 | 1) =>
    new Set([...image].flatMap((each, i) => (negative[i] === side ? [subject[each]!] : [])));
  return Math.min(ofSide(0).size, ofSide(1).size);
}

function score(probabilities: Float32Array, rowFrom: number, isNegative: readonly boolean[], neutral: number): number {
  let negative = 0;
  for (const [j, counts] of isNegative.entries()) if (counts) negative += probabilities[rowFrom + j]!;
  const total = negative + (neutral < 0 ? 0 : probabilities[rowFrom + neutral]!);
  // Neither is thought possible: the model says nothing about the question.
  return total === 0 ? 0.5 : negative / total;
}
