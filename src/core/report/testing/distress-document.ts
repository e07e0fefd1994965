import { EMOTIONS } from '../../emotion/emotion.ts';
import type { ReportSource } from '../build-report.ts';
import type { DistressRateFacts } from '../facts/distress-facts.ts';
import type { ReportDocument } from '../report-document.ts';
import { documentOf, samplesOf, sourceOf, timelineOf, type WholeSamples } from './document-of.ts';

export const LIMITS = { atLeast: 0.5, below: 0.2 };

const HAPPY = EMOTIONS.indexOf('happiness');
const SAD = EMOTIONS.indexOf('sadness');

/** A minute, ten readings a second: happy to 10 s, sad to 30 s, turned away to 40 s, happy to the end. */
export function distressSamples(): WholeSamples {
  const times = Array.from({ length: 600 }, (_, index) => index * 100).filter(
    (atMs) => atMs < 30_000 || atMs >= 40_000,
  );
  const isSad = (atMs: number) => atMs >= 10_000 && atMs < 30_000;
  const samples = samplesOf(times.map((atMs) => ({ atMs, emotion: isSad(atMs) ? SAD : HAPPY })));
  // Calm enough that nothing is seen, and nothing is measured of movements in the last second.
  for (const [row, atMs] of times.entries()) {
    if (isSad(atMs)) continue;
    samples.probabilities.set([0.02, 0.02, 0.02, 0.8, 0.02, 0.06, 0.06], row * EMOTIONS.length);
    if (atMs >= 59_000) samples.movements.fill(Number.NaN, row * 5, (row + 1) * 5);
  }
  return samples;
}

function ratesOf(value: number): DistressRateFacts {
  const figure = (at: number) => ({ value: at, low: at - 0.06, high: at + 0.05 });
  return {
    negativeImages: 112,
    negativeSubjects: 14,
    otherImages: 84,
    otherSubjects: 14,
    neutralImages: 28,
    neutralSubjects: 14,
    hit: figure(value),
    missed: figure(0.03),
    falseAlarm: figure(0.12),
    falseAlarmNeutral: figure(0.25),
  };
}

/** The session of {@link distressSamples}, read by a model that has limits and was tested. */
export function distressDocument(change: Partial<ReportSource> = {}): ReportDocument {
  const source = sourceOf();
  const test = source.model.tests[0]!;
  const evaluation = {
    ...test.evaluation,
    distress: ratesOf(0.95),
    byAgeBand: test.evaluation.byAgeBand.map((each) => ({ ...each, distress: ratesOf(0.9) })),
  };
  return documentOf({
    model: { ...source.model, distress: LIMITS, tests: [{ ...test, evaluation }] },
    ...timelineOf(distressSamples(), [{ fromMs: 30_000, toMs: 40_000, reason: 'turned-away' }], 60_000, LIMITS),
    ...change,
  });
}
