import type { Emotion } from '../../emotion/emotion.ts';
import { REGIME_FACTS } from '../../training/regimes/regime-facts.ts';
import { LEAST_SEEDS, LEAST_SUBJECTS } from '../compare-regimes.ts';
import type { CurvePoint, ScoredCell } from '../learning-curves.ts';
import { difference, type Estimate, type Resampled, type Resampling } from '../resample.ts';
import { type Cell, isAsItIs, type StudyPlan } from '../study.ts';
import type { TestImages } from '../test-images.ts';
import { fitPowerLaw, shareAt } from './power-law.ts';

/** Nothing is said of more child images than this times the most that trained. */
const FURTHEST = 2;
/** With three, the largest is foreseen from two, through which every curve goes. */
export const LEAST_SIZES = 4;
/** A gain that is surely below this is hardly one, and a miss of less hardly a miss. */
const HARDLY = 0.02;
/** What two decimals show as .00. */
const PRINTED_AS_NONE = 0.005;

/**
 * What may be said of more images:
 * - `gains`: more than .02, its interval leaves 0 out, and the smaller sizes foresaw the largest;
 * - `hardly`: the gain is below .02, surely;
 * - `cannot-be-told`: the interval holds both;
 * - `not-foreseen`: the curve through the smaller sizes missed what was measured at the largest, so that it is not believed;
 * - `too-few-seeds`, `too-few-children`: fewer than two, fewer than ten test children who show it.
 */
export const MORE_IMAGES_READINGS = [
  'gains',
  'hardly',
  'cannot-be-told',
  'not-foreseen',
  'too-few-seeds',
  'too-few-children',
] as const;

export type MoreImagesReading = (typeof MORE_IMAGES_READINGS)[number];

/** What more child images would do for one emotion. */
export interface EmotionForecast {
  readonly emotion: Emotion;
  /** Child images of it that train when all of `size` do; null where the study does not say. */
  readonly images: number | null;
  /** Test children who show it. */
  readonly testChildren: number;
  /** Share of its test images that are recognised, with the most child images that trained. */
  readonly now: Estimate;
  /** The same at twice as many, and what is gained. */
  readonly twice: Estimate;
  readonly gain: Estimate;
  /** What the smaller sizes foresaw for the largest, beside `now`, which was measured. */
  readonly foreseenNow: Estimate;
  readonly reading: MoreImagesReading;
}

export type MoreImages =
  /** Most gain first. */
  | {
      readonly kind: 'told';
      readonly scheme: Pick<Cell, 'learner' | 'regime'>;
      /** Child images that trained, and that are foreseen. */
      readonly size: number;
      readonly thenSize: number;
      readonly emotions: readonly EmotionForecast[];
    }
  /** No scheme with children has so many sizes done. */
  | { readonly kind: 'too-few-sizes'; readonly found: number; readonly needed: number };

/**
 * How much better each emotion would be recognised with more images of children, by the learning curve of the scheme that did
 * best at the most child images.
 *
 * A power law is fitted to each emotion's recall in every draw of children and seeds, so that its interval holds what they and
 * the exponent leave open. It cannot hold that the law itself is wrong: so the same is done without the largest size, and
 * where that missed what was measured there, nothing is said. All emotions grew together in a study: what images of one emotion
 * alone would do, and what they would cost the others, was not measured.
 *
 * @param imagesOf Child images of each class that train, of all that may; null where it is not known.
 */
export function moreImages(plan: StudyPlan, { curves, scored, test, draws, imagesOf }: MoreImagesOf): MoreImages {
  const schemes = plan.learners.flatMap((learner) =>
    plan.regimes.filter((regime) => REGIME_FACTS[regime].children).map((regime) => ({ learner, regime })),
  );
  const pointsOf = (scheme: (typeof schemes)[number]) =>
    curves.filter(
      ({ learner, regime, size, estimate }) =>
        learner === scheme.learner && regime === scheme.regime && size > 0 && estimate !== null,
    );
  const enough = schemes.filter((each) => pointsOf(each).length >= LEAST_SIZES);
  const found = Math.max(0, ...schemes.map((each) => pointsOf(each).length));
  if (enough.length === 0) return { kind: 'too-few-sizes', found, needed: LEAST_SIZES };
  const lastOf = (scheme: (typeof schemes)[number]) => pointsOf(scheme).at(-1)!;
  const largest = Math.max(...enough.map((each) => lastOf(each).size));
  const [scheme] = enough
    .filter((each) => lastOf(each).size === largest)
    .sort((a, b) => lastOf(b).estimate!.value - lastOf(a).estimate!.value);
  const points = pointsOf(scheme!);
  const cellsAt = (size: number) =>
    scored.filter(
      ({ cell }) =>
        isAsItIs(cell) && cell.learner === scheme!.learner && cell.regime === scheme!.regime && cell.size === size,
    );
  const seeds = Math.min(...points.map((each) => each.seeds));
  const recalls = points.map(({ size }) => ({ size, ofClass: recallsAt(cellsAt(size), test, draws) }));
  const allImages = imagesOf?.reduce((sum, each) => sum + each, 0) ?? 0;
  const emotions = test.classes.flatMap((emotion, column): EmotionForecast[] => {
    const curve = recalls.flatMap(({ size, ofClass }) => {
      const recall = ofClass[column];
      return recall ? [{ size, recall }] : [];
    });
    if (curve.length < recalls.length) return [];
    const testChildren = draws.subjectsOf(column);
    const images = imagesOf && allImages > 0 ? Math.round((imagesOf[column]! * largest) / allImages) : null;
    return [{ emotion, images, testChildren, ...forecast(curve, { testChildren, seeds, draws }) }];
  });
  return {
    kind: 'told',
    scheme: scheme!,
    size: largest,
    thenSize: FURTHEST * largest,
    emotions: emotions.sort((a, b) => b.gain.value - a.gain.value),
  };
}

export interface MoreImagesOf {
  readonly curves: readonly CurvePoint[];
  readonly scored: readonly ScoredCell[];
  readonly test: TestImages;
  readonly draws: Resampling;
  readonly imagesOf: readonly number[] | null;
}

/** One recall a class, over the seeds; null where no test image shows it. */
function recallsAt(cells: readonly ScoredCell[], { classes }: TestImages, draws: Resampling): (Resampled | null)[] {
  const bySeed = cells.map(({ result }) => draws.recalls(Uint8Array.from(result.predicted, Number)));
  return classes.map((_, column) => {
    const ofClass = bySeed.flatMap((each) => each[column] ?? []);
    return ofClass.length === cells.length && cells.length > 0 ? draws.overSeeds(ofClass) : null;
  });
}

interface Curve {
  readonly size: number;
  readonly recall: Resampled;
}

interface ForecastOptions {
  readonly testChildren: number;
  readonly seeds: number;
  readonly draws: Resampling;
}

function forecast(
  curve: readonly Curve[],
  { testChildren, seeds, draws }: ForecastOptions,
): Pick<EmotionForecast, 'now' | 'twice' | 'gain' | 'foreseenNow' | 'reading'> {
  const last = curve.at(-1)!;
  const along = foreseen(curve, last.size);
  const beyond = foreseen(curve, FURTHEST * last.size);
  const before = foreseen(curve.slice(0, -1), last.size);
  const share = (each: Resampled) => draws.share(each, testChildren);
  const gain = draws.difference(difference(beyond, along), testChildren);
  const missed = draws.difference(difference(before, last.recall), testChildren);
  return {
    now: share(last.recall),
    twice: share(beyond),
    gain,
    foreseenNow: share(before),
    reading: readingOf(gain, { missed, testChildren, seeds }),
  };
}

/** What the power law through a curve says of a number of images, draw by draw. */
function foreseen(curve: readonly Curve[], size: number): Resampled {
  const at = (shareOf: (recall: Resampled) => number) =>
    shareAt(fitPowerLaw(curve.map(({ size: images, recall }) => ({ images, share: shareOf(recall) }))), size);
  return {
    value: at(({ value }) => value),
    drawn: Float64Array.from(curve[0]!.recall.drawn, (_, draw) => at(({ drawn }) => drawn[draw]!)),
  };
}

function readingOf(
  { value, low, high }: Estimate,
  { missed, testChildren, seeds }: { missed: Estimate; testChildren: number; seeds: number },
): MoreImagesReading {
  if (seeds < LEAST_SEEDS) return 'too-few-seeds';
  if (testChildren < LEAST_SUBJECTS) return 'too-few-children';
  if (Math.abs(missed.value) > HARDLY && (missed.low > 0 || missed.high < 0)) return 'not-foreseen';
  if (high < HARDLY) return 'hardly';
  return low > PRINTED_AS_NONE && value > HARDLY ? 'gains' : 'cannot-be-told';
}
