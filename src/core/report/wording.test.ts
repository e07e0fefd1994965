import { expect, test } from 'vitest';
import { readTimeline } from '../timeline/timeline.ts';
import { inShort } from './in-short.ts';
import { documentOf, samplesOf, sourceOf, timelineOf } from './testing/document-of.ts';
import { clock, wordingOf } from './wording.ts';

const [en, nl] = [wordingOf('en'), wordingOf('nl')];

test('a share is never rounded to nothing or to all', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(en.percent)).toEqual(['0%', '< 1%', '50%', '> 99%', '100%']);
});

test('times and numbers are written for people of the language', () => {
  expect([0, 61_900, 3_600_000, 36_061_000].map(clock)).toEqual(['0:00', '1:01', '1:00:00', '10:01:01']);
  expect([1049, 59_960].map(en.length)).toEqual(['1.0 s', '1:00']);
  expect(nl.length(1049)).toBe('1,0 s');
  const figure = { value: 0.714, low: 0.65, high: 0.8 };
  expect([en.figure(figure), nl.figure(figure)]).toEqual(['0.71 [0.65, 0.80]', '0,71 [0,65; 0,80]']);
  expect(en.moment('2026-03-05T23:30:00Z', 'Europe/Amsterdam')).toBe('6 Mar 2026, 00:30 (Europe/Amsterdam)');
  expect(nl.moment('2026-03-05T23:30:00Z', 'Europe/Amsterdam')).toBe('6 mrt 2026, 00:30 (Europe/Amsterdam)');
  expect(nl.moment(null, null)).toBe('weggelaten');
  expect([nl.shows('rendered faces'), nl.shows('drawings')]).toEqual(['gerenderde gezichten', 'drawings']);
});

test('the session in short: how much, what, how often that is right at this age', () => {
  const [first, second, third] = inShort(documentOf(), en);
  expect(first).toBe(
    'The child’s face could be read for 83% of the session (0:50 of 1:00). Most of the rest: turned away (0:10). In that ' +
      'time the program named happiness (60%; never measured on real children) most often; for 40% of it, it was not sure and named ' +
      'nothing.',
  );
  const measured = documentOf({ model: { ...sourceOf().model, classesValidatedOnChildren: ['happiness'] } });
  expect(inShort(measured, en)[0]).toContain('named happiness (60%) most often');
  expect(second).toContain('(6-8 years) it was right in 94% of the cases');
  expect(second).toContain('95% interval 89% to 98%; 196 pictures: rendered faces');
  expect(second).toContain('not real children');
  expect(third).toContain('an expression, not a feeling');
  expect(inShort(documentOf(), nl)[0]).toContain('was 83% van de sessie leesbaar');
});

test('for how long distress was likely, with how often that is wrong at rest, and right, of real children first', () => {
  const { model } = sourceOf();
  const limits = { atLeast: 0.5, below: 0.3 };
  const figure = (value: number) => ({ value, low: value - 0.05, high: value + 0.04 });
  const counts = { negativeImages: 140, negativeSubjects: 30, otherImages: 210, otherSubjects: 38 };
  const rates = { ...counts, neutralImages: 70, neutralSubjects: 21, missed: null };
  const tested = (shows: string, realChildren: boolean, alarm: number, atRest: number | null) => ({
    shows,
    realChildren,
    evaluation: {
      ...model.tests[0]!.evaluation,
      distress: {
        ...rates,
        hit: figure(0.82),
        falseAlarm: figure(alarm),
        falseAlarmNeutral: atRest === null ? null : figure(atRest),
      },
    },
  });
  const sad = samplesOf(
    Array.from({ length: 160 }, (_, index) => ({ atMs: index * 62.5, emotion: index < 80 ? 3 : 4 })),
  );
  const said = (tests: typeof model.tests) =>
    inShort(
      documentOf({
        model: { ...model, distress: limits, tests },
        summary: readTimeline(sad, [], 10_000, limits).summary,
      }),
      en,
    )[1];
  const photographs = tested('photographs of children from the web', true, 0.11, 0.21);
  expect(said([tested('rendered faces', false, 0.3, 0.4), photographs])).toMatch(
    /^Distress, whichever kind, was likely for \d+% of that time\. On test pictures \(photographs of children from the web\) that is said of 21% of the faces at rest \(95% interval 16% to 25%; 70 pictures\), of 11% of all that do not show it, and of 82% that do\.$/,
  );
  expect(said([tested('drawings', true, 0.11, null)])).toMatch(
    /of 82% that show it and of 11% that do not \(95% interval 6% to 15%\); it was never measured on faces at rest\.$/,
  );
  expect(said([])).toMatch(/likely for \d+% of that time; how often that is wrong is not known\.$/);
});

test('rendered faces of this age never stand for real children: those of any age are told beside them', () => {
  const { model } = sourceOf();
  const [rendered] = model.tests;
  const evaluation = { ...rendered!.evaluation, images: 409, byAgeBand: [] };
  const tests = [rendered!, { shows: 'photographs of children from the web', realChildren: true, evaluation }];
  const [, reliability] = inShort(documentOf({ model: { ...model, tests } }), en);
  expect(reliability).toContain('196 pictures: rendered faces). Those are not real children');
  expect(reliability).toContain(
    'On 409 pictures of real children of whatever age (photographs of children from the web)',
  );
});

test('what is not known is said, never left out', () => {
  const { model, session } = sourceOf();
  expect(inShort(documentOf({ model: { ...model, test: null, tests: [] } }), en)[1]).toBe(
    'The model was never tested: its readings cannot be weighed.',
  );
  expect(inShort(documentOf({ childBirthMonth: '2022-04' }), en)[1]).toMatch(
    /^How often it is wrong at this age is not known: .* a child of 3-5 years\. .* right in 80%/,
  );
  const samples = samplesOf([]);
  const nothing = timelineOf(samples, [], 10_000);
  expect(inShort(documentOf({ ...nothing, session: { ...session, durationMs: 10_000 } }), en)).toEqual([
    'The child’s face could not be read at any moment of this session: it says nothing of how the child was.',
  ]);
  const unsure = samplesOf(Array.from({ length: 10 }, (_, index) => ({ atMs: index * 100, emotion: -1 })));
  const [first] = inShort(documentOf({ ...timelineOf(unsure, [], 10_000) }), en);
  expect(first).toContain('less than half');
  expect(first).toContain('never sure enough to name an emotion');
});
