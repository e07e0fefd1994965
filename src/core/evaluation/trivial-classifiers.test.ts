import { expect, it } from 'vitest';
import { evaluate } from './evaluation.ts';
import type { Evaluation } from './evaluation-schema.ts';
import { trivialClassifiers } from './trivial-classifiers.ts';

/** 50 happy, 30 neutral and 20 sad images. */
function found() {
  const truth = Int8Array.from({ length: 100 }, (_, i) => (i < 50 ? 0 : i < 80 ? 2 : 1));
  return evaluate(
    {
      probabilities: Float32Array.from([...truth].flatMap((each) => [0, 1, 2].map((j) => (j === each ? 0.5 : 0.25)))),
      classes: ['happiness', 'sadness', 'neutral'],
      truth,
      subject: [...truth].map((_, i) => `c${i % 10}`),
      ageYears: [...truth].map(() => null),
    },
    { threshold: 0.5, seed: 1, subjectsKnown: true },
  );
}

// scikit-learn 1.9.1, y = [0] * 50 + [2] * 30 + [1] * 20, X = zeros((100, 1)):
// p = DummyClassifier(strategy="most_frequent").fit(X, y).predict(X); accuracy_score(y, p), balanced_accuracy_score(y, p),
// f1_score(y, p, average="macro")
it('names the most frequent class as scikit-learn does', () => {
  const [majority] = trivialClassifiers(found());
  expect(majority!.accuracy).toBeCloseTo(0.5, 12);
  expect(majority!.balancedAccuracy).toBeCloseTo(1 / 3, 12);
  expect(majority!.macroF1).toBeCloseTo(0.22222222222222224, 12);
  expect(majority).toMatchObject({ name: 'majority class', negativeAgainstNeutralAuc: 0.5 });
});

it('names the most frequent class wherever it stands in the list', () => {
  const { confusion, perClass, classes } = found();
  // Truth is in the rows: 20 sad, 30 neutral, 50 happy.
  const [majority] = trivialClassifiers({
    confusion: [confusion[1]!, confusion[2]!, confusion[0]!],
    perClass,
    classes,
  } as Evaluation);
  expect(majority!.accuracy).toBeCloseTo(0.5, 12);
});

// The mean of the same three over DummyClassifier(strategy="stratified", random_state=s), s = 0 .. 1999
it('draws by frequency as scikit-learn does on the average', () => {
  const [, chance] = trivialClassifiers(found());
  expect(chance).toMatchObject({ name: 'stratified chance', negativeAgainstNeutralAuc: 0.5 });
  expect(chance!.accuracy).toBeCloseTo(0.38, 12);
  expect(Math.abs(chance!.accuracy - 0.380515)).toBeLessThan(0.005);
  expect(Math.abs(chance!.balancedAccuracy - 0.33399167)).toBeLessThan(0.005);
  expect(Math.abs(chance!.macroF1 - 0.33233252)).toBeLessThan(0.005);
});
