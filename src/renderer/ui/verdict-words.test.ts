import { expect, it } from 'vitest';
import type { Comparison } from '../../contract/models.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { compareModels } from '../../core/evaluation/compare-models.ts';
import type { Language } from '../../core/words/language.ts';
import { createWords } from '../../core/words/words.ts';
import { createFormat } from './format.ts';
import { ageSentences, comparisonSentences, standingSentences, type VerdictWords } from './verdict-words.ts';

function wordsIn(language: Language): VerdictWords {
  const words = createWords(language);
  const evaluation = words.getFixedT(null, 'evaluation');
  const format = createFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
    hour: 'h',
    percent: ' %',
    underOne: 'under 1 %',
    overNinetyNine: 'over 99 %',
  });
  return {
    t: words.getFixedT(null, 'results'),
    images: (count) => evaluation(($) => $.images, { count }),
    format,
  };
}

/** Seven images of each of 20 children by two models that are right about everything. */
const made: Comparison = (() => {
  const truth = Int8Array.from({ length: 140 }, (_, i) => i % 7);
  const images = {
    probabilities: Float32Array.from([...truth].flatMap((shown) => EMOTIONS.map((_, j) => (j === shown ? 1 : 0)))),
    classes: EMOTIONS,
    truth,
    subject: [...truth].map((_, i) => `c${Math.floor(i / 7)}`),
    ageYears: [...truth].map(() => null),
  };
  const options = { threshold: 0.5, seed: 1, subjectsKnown: true };
  return compareModels(images, { ...images, modelId: 'ward-2' }, options);
})();

const found = (value: number, low: number, high: number, change: Partial<Comparison> = {}): Comparison => ({
  ...made,
  images: 212,
  subjects: 60,
  balancedAccuracyDifference: { value, low, high },
  subjectSpread: { value: 0.2, low: 0.15, high: 0.25 },
  ...change,
});

it.each<[Language, Comparison, string[]]>([
  [
    'en',
    found(0.0213, 0.0041, 0.0368),
    ['Better than ward-2 by 2.1 points, 95 % interval 0.4 to 3.7, on 212 images of 60 children.'],
  ],
  [
    'nl',
    found(-0.0213, -0.0368, -0.0041),
    ['Slechter dan ward-2: 2,1 punten, 95%-interval 0,4 tot 3,7, op 212 beelden van 60 kinderen.'],
  ],
  [
    'en',
    found(-0.001, -0.02, 0.0204),
    [
      'No difference to ward-2 can be shown: −0.1 points, 95 % interval −2.0 to 2.0, on 212 images of 60 children.',
      // (2.8016 * 0.2 / 0.03)^2 = 348.8, less the 60 that there are.
      'To show 3 points, some 290 more test children would be needed (350 in all; as far as these 60 can tell, from 200 to 550).',
    ],
  ],
  [
    'en',
    found(0.001, -0.02, 0.0204, { subjectSpread: { value: 0.05, low: 0.04, high: 0.06 } }),
    [
      'No difference to ward-2 can be shown: 0.1 points, 95 % interval −2.0 to 2.0, on 212 images of 60 children.',
      'With so many children, a difference of 3 points would have been shown in about four of five such tests.',
    ],
  ],
  [
    'en',
    found(0.2, 0.1, 0.3, { images: 1, subjects: 1 }),
    [
      'Whether it differs from ward-2 cannot be told from 1 image of 1 child: fewer than 10 children tell too little. Images of more children make the test larger.',
    ],
  ],
])('says in %s what a comparison comes to', (language, comparison, sentences) => {
  expect(comparisonSentences(comparison, wordsIn(language))).toEqual(sentences);
});

it('speaks of no child where it is not known whom the images show', () => {
  const comparison = found(0.0213, 0.0041, 0.0368, { reference: { ...made.reference, subjectsKnown: false } });
  expect(comparisonSentences(comparison, wordsIn('en'))[0]).toContain('212 images; whom they show is not known');
});

it('claims nothing for an age without enough children', () => {
  const band = { subjectSpread: null, images: 30, balancedAccuracyDifference: { value: 0.2, low: 0.1, high: 0.3 } };
  const byAgeBand = [
    { ...band, band: '3-5', subjects: 9 },
    { ...band, band: '6-8', subjects: 10 },
  ];
  expect(ageSentences(found(0, 0, 0, { byAgeBand }), wordsIn('en'))).toEqual([
    '3-5 years: too few children to tell (30 images of 9 children).',
    '6-8 years: better by 20.0 points, 95 % interval 10.0 to 30.0, on 30 images of 10 children.',
  ]);
});

it('sets what a model reaches beside what is reached without looking', () => {
  expect(standingSentences(made.reference, wordsIn('nl'))).toEqual([
    'Gebalanceerde nauwkeurigheid 100,0%, 95%-interval 83,9 tot 100,0, op 140 beelden van 20 kinderen.',
    'Emoties noemen zonder te kijken haalt 14,3%.',
  ]);
  const balancedAccuracy = { value: 0.2, low: 0.12, high: 0.28 };
  expect(standingSentences({ ...made.reference, balancedAccuracy }, wordsIn('en'))[1]).toBe(
    'Naming emotions without looking reaches 14.3 %: that it does better than that cannot be shown.',
  );
});
