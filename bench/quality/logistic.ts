interface Fitted {
  readonly weights: readonly number[];
  readonly bias: number;
}

const STEPS = 3000;
const STEP_SIZE = 0.3;
const MOMENTUM = 0.9;

/**
 * Logistic regression with an L2 penalty, by gradient descent with momentum on standardised features; the two classes
 * weigh the same. The weights returned are for the features as they came.
 *
 * @param rows Shape [rows][features].
 * @param penalty Of half the squared length of the standardised weights, a mean row's loss counting 1.
 */
export function fitLogistic(rows: readonly Float32Array[], isPositive: readonly boolean[], penalty: number): Fitted {
  const width = rows[0]!.length;
  const columns = Array.from({ length: width }, (_, j) => rows.map((row) => row[j]!));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const spreads = columns.map((column, j) =>
    Math.sqrt(column.reduce((sum, value) => sum + (value - means[j]!) ** 2, 0) / column.length + 1e-9),
  );
  const standard = rows.map((row) => Float64Array.from(row, (value, j) => (value - means[j]!) / spreads[j]!));
  const positives = isPositive.filter(Boolean).length;
  const weightOf = { true: 0.5 / positives, false: 0.5 / (rows.length - positives) };

  const weights = new Float64Array(width + 1);
  const velocity = new Float64Array(width + 1);
  for (let step = 0; step < STEPS; step++) {
    const gradient = Float64Array.from(weights, (weight, j) => (j < width ? penalty * weight : 0));
    for (const [i, row] of standard.entries()) {
      let sum = weights[width]!;
      for (let j = 0; j < width; j++) sum += weights[j]! * row[j]!;
      const error = (1 / (1 + Math.exp(-sum)) - Number(isPositive[i])) * weightOf[`${isPositive[i]!}`];
      for (let j = 0; j < width; j++) gradient[j]! += error * row[j]!;
      gradient[width]! += error;
    }
    for (let j = 0; j <= width; j++) {
      velocity[j] = MOMENTUM * velocity[j]! - STEP_SIZE * gradient[j]!;
      weights[j]! += velocity[j]!;
    }
  }
  const raw = means.map((_, j) => weights[j]! / spreads[j]!);
  return { weights: raw, bias: weights[width]! - raw.reduce((sum, weight, j) => sum + weight * means[j]!, 0) };
}
