import { ANNOTATION_LABELS, type Annotation } from '../emotion/annotation.ts';
import type { AgreementFigures } from './timeline-schema.ts';

/** One person's annotations of a session; they do not overlap. */
export interface Rater {
  readonly name: string;
  readonly annotations: readonly Annotation[];
}

interface Overlap {
  readonly a: number;
  readonly b: number;
  readonly ms: number;
}

const SIZE = ANNOTATION_LABELS.length;

/**
 * Compares two raters' annotations.
 *
 * Two figures, as either alone can mislead: the kappa of intervals counts a short cry as much as a long sleep, that of
 * time counts each by its length. Intervals are paired by their overlap, the greatest first, each in one pair at most;
 * an interval that meets none of the other rater's says nothing about agreement and is not counted.
 *
 * @returns The same, mirrored, when the raters are swapped, whatever the order of their annotations.
 * @throws RangeError if one rater's annotations overlap or one of them does not end after it begins.
 */
export function agreement(a: Rater, b: Rater): AgreementFigures {
  const ofA = inOrder(a);
  const ofB = inOrder(b);
  const overlaps = allOverlaps(ofA, ofB);
  const time = new Float64Array(SIZE * SIZE);
  for (const { a: indexA, b: indexB, ms } of overlaps) time[cell(ofA[indexA]!, ofB[indexB]!)]! += ms;
  const paired = pairByOverlap(overlaps, ofA, ofB);
  const counts = new Float64Array(SIZE * SIZE);
  for (const { a: indexA, b: indexB } of paired) counts[cell(ofA[indexA]!, ofB[indexB]!)]! += 1;
  const sharedMs = time.reduce((sum, ms) => sum + ms, 0);
  return {
    raterA: a.name,
    raterB: b.name,
    sharedMs,
    observedAgreement: sharedMs === 0 ? 0 : Math.min(1, onDiagonal(time, SIZE) / sharedMs),
    cohenKappa: cohenKappa(counts, SIZE),
    intervals: paired.length,
    timeWeightedKappa: cohenKappa(time, SIZE),
    pairs: occurring(time),
  };
}

/** Every pair of raters, in the order given. */
export function allAgreements(raters: readonly Rater[]): AgreementFigures[] {
  return raters.flatMap((a, index) => raters.slice(index + 1).map((b) => agreement(a, b)));
}

/**
 * Cohen's kappa: agreement beyond what two raters with these habits would reach by chance.
 *
 * Source: Cohen 1960, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20(1),
 * equation (1): kappa = (p_o - p_e) / (1 - p_e).
 *
 * @param table Row-major [size, size], counts or durations >= 0: how often A said the row's label while B said the
 *   column's.
 * @returns -1 to 1; null when nothing was counted, or when chance alone would agree always (both used one label only),
 *   where kappa is undefined.
 * @throws RangeError if the table is not square.
 */
export function cohenKappa(table: ArrayLike<number>, size: number): number | null {
  if (table.length !== size * size) {
    throw new RangeError(`a table of ${size} x ${size} was expected; found ${table.length} numbers`);
  }
  const ofA = new Float64Array(size);
  const ofB = new Float64Array(size);
  let total = 0;
  for (let at = 0; at < table.length; at += 1) {
    const value = table[at]!;
    ofA[Math.floor(at / size)]! += value;
    ofB[at % size]! += value;
    total += value;
  }
  if (total === 0 || ofA.some((sum, label) => sum === total && ofB[label] === total)) return null;
  const observed = onDiagonal(table, size) / total;
  const byChance = ofA.reduce((sum, value, label) => sum + (value / total) * (ofB[label]! / total), 0);
  return (observed - byChance) / (1 - byChance);
}

function onDiagonal(table: ArrayLike<number>, size: number): number {
  let sum = 0;
  for (let label = 0; label < size; label += 1) sum += table[label * size + label]!;
  return sum;
}

function inOrder({ name, annotations }: Rater): Annotation[] {
  const sorted = annotations.toSorted((a, b) => a.fromMs - b.fromMs);
  for (const [index, { fromMs, toMs }] of sorted.entries()) {
    if (!(toMs > fromMs)) {
      throw new RangeError(
        `an annotation that ends after it begins was expected of ${name}; found ${fromMs} to ${toMs} ms`,
      );
    }
    const next = sorted[index + 1];
    if (next && next.fromMs < toMs) {
      throw new RangeError(
        `annotations apart from each other were expected of ${name}; two overlap at ${next.fromMs} ms`,
      );
    }
  }
  return sorted;
}

/** Both lists are walked once: each step leaves behind the interval that ends first. */
function allOverlaps(ofA: readonly Annotation[], ofB: readonly Annotation[]): Overlap[] {
  const found: Overlap[] = [];
  let a = 0;
  let b = 0;
  while (a < ofA.length && b < ofB.length) {
    const ms = Math.min(ofA[a]!.toMs, ofB[b]!.toMs) - Math.max(ofA[a]!.fromMs, ofB[b]!.fromMs);
    if (ms > 0) found.push({ a, b, ms });
    if (ofA[a]!.toMs <= ofB[b]!.toMs) a += 1;
    else b += 1;
  }
  return found;
}

/**
 * Greatest overlap first; of equal ones those with the same label, then the earlier, so that the order of the raters
 * does not matter.
 */
function pairByOverlap(
  overlaps: readonly Overlap[],
  ofA: readonly Annotation[],
  ofB: readonly Annotation[],
): Overlap[] {
  const differs = ({ a, b }: Overlap) => Number(ofA[a]!.label !== ofB[b]!.label);
  const taken = { a: new Set<number>(), b: new Set<number>() };
  return overlaps
    .toSorted((x, y) => y.ms - x.ms || differs(x) - differs(y) || x.a + x.b - (y.a + y.b))
    .filter(({ a, b }) => {
      if (taken.a.has(a) || taken.b.has(b)) return false;
      taken.a.add(a);
      taken.b.add(b);
      return true;
    });
}

function cell(a: Annotation, b: Annotation): number {
  return ANNOTATION_LABELS.indexOf(a.label) * SIZE + ANNOTATION_LABELS.indexOf(b.label);
}

function occurring(time: Float64Array): AgreementFigures['pairs'] {
  return Array.from(time, (ms, at) => ({
    labelA: ANNOTATION_LABELS[Math.floor(at / SIZE)]!,
    labelB: ANNOTATION_LABELS[at % SIZE]!,
    ms,
  }))
    .filter(({ ms }) => ms > 0)
    .sort((x, y) => y.ms - x.ms);
}
