import type { ModelTest } from './model-config.ts';

/** The tests that say more than all test children together: none where there is one dataset and all emotions count. */
export function testsApart(tests: readonly ModelTest[]): readonly ModelTest[] {
  const [first, ...others] = tests;
  return first && others.length === 0 && first.evaluation.restrictedTo === null ? [] : tests;
}

/** What was looked at in one test, and what of it was counted. */
export function testSentence({ dataset, shows, realChildren, lookCount, evaluation }: ModelTest): string {
  const { images, subjects, subjectsKnown, restrictedTo, leftOut } = evaluation;
  const who = subjectsKnown ? `${subjects} subjects` : `${subjects} subjects as far as is known`;
  return [
    `On ${shows} (${dataset}), ${realChildren ? 'real children' : 'no real children'}: ${images} images of ${who}.`,
    ...(restrictedTo === null
      ? []
      : [
          `Counted are the emotions that enough images show: ${restrictedTo.join(', ')}. ${leftOut} images of others were ` +
            'left out, and naming one of the others counts as wrong.',
        ]),
    ...(lookCount === null ? [] : [`Look no. ${lookCount} at this test set where the model was made.`]),
  ].join(' ');
}
