/** A share by number of images, as a power law: `limit - loss * images^-exponent`. */
export interface PowerLaw {
  readonly limit: number;
  readonly loss: number;
  readonly exponent: number;
}

/** A share that was measured with this many images. */
export interface MeasuredShare {
  /** Above 0. */
  readonly images: number;
  readonly share: number;
}

/** Exponents that are tried: from a curve that hardly bends to one that is over after a few images. */
const EXPONENTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * The power law that fits best by weighted least squares.
 *
 * The form is that of Figueroa et al. 2012, doi:10.1186/1472-6947-12-8, equation (1), with its weights: the i-th of m sizes
 * counts as i / m, since large sizes say most of what lies beyond. Error falls as a power of the number of images in much of
 * what nets learn (Hestness et al. 2017, arXiv:1712.00409), but not where images are few, which is why a fit is only worth
 * what it foresaw. Limit and loss follow for each exponent of a short list in closed form, so that no search can be stuck.
 *
 * @param measured Ascending by `images`, two sizes or more.
 * @throws RangeError with fewer than two sizes.
 */
export function fitPowerLaw(measured: readonly MeasuredShare[]): PowerLaw {
  if (measured.length < 2) throw new RangeError(`two sizes or more were expected; found ${measured.length}`);
  const weights = measured.map((_, index) => (index + 1) / measured.length);
  const fits = EXPONENTS.map((exponent) => lineThrough(measured, weights, exponent));
  return fits.reduce((best, each) => (each.misfit < best.misfit ? each : best)).law;
}

/** What a power law says of a number of images, as a share. */
export function shareAt({ limit, loss, exponent }: PowerLaw, images: number): number {
  return Math.min(1, Math.max(0, limit - loss * images ** -exponent));
}

function lineThrough(measured: readonly MeasuredShare[], weights: readonly number[], exponent: number) {
  const x = measured.map(({ images }) => images ** -exponent);
  const y = measured.map(({ share }) => share);
  const total = weights.reduce((sum, each) => sum + each, 0);
  const weighted = (values: readonly number[]) => values.reduce((sum, each, i) => sum + weights[i]! * each, 0) / total;
  const [meanX, meanY] = [weighted(x), weighted(y)];
  const slope =
    weighted(x.map((each, i) => (each - meanX) * (y[i]! - meanY))) / weighted(x.map((each) => (each - meanX) ** 2));
  const limit = meanY - slope * meanX;
  const misfit = weighted(x.map((each, i) => (y[i]! - limit - slope * each) ** 2));
  return { misfit, law: { limit, loss: -slope, exponent } };
}
