import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { randomAt } from '../../training/views/random.ts';
import { evaluate } from '../evaluation.ts';
import { type EvaluationPageFacts, evaluationPage } from './page.ts';

function facts(change: Partial<EvaluationPageFacts> = {}): EvaluationPageFacts {
  const random = randomAt(3);
  const truth = Int8Array.from({ length: 140 }, (_, i) => i % 7);
  const rows = [...truth].flatMap((shown) => {
    const row = EMOTIONS.map((_, j) => Math.exp(random.normal() + (j === shown ? 2 : 0)));
    const sum = row.reduce((a, b) => a + b);
    return row.map((each) => each / sum);
  });
  const subject = [...truth].map((_, i) => `c${i % 20}`);
  return {
    modelId: 'base',
    modelVersion: '1.0.0',
    temperature: 1.25,
    threshold: 0.5,
    images: 'cohort, children of the test split',
    splitHash: 'a'.repeat(64),
    lookCount: 3,
    command: 'faceward evaluate --model models/base --dataset cohort --split test',
    madeAtIso: '2026-01-02T03:04:05.000Z',
    cautions: ['No image shows contempt.'],
    evaluation: evaluate(
      {
        probabilities: Float32Array.from(rows),
        classes: EMOTIONS,
        truth,
        subject,
        ageYears: subject.map((_, i) => (i % 20) / 2),
        group: subject.map(() => 'child'),
      },
      { threshold: 0.5, seed: 1, subjectsKnown: true },
    ),
    comparison: null,
    mistakes: [{ path: 'child/c001.jpg', shown: 'fear', named: 'anger', confidence: 0.98, pictureUri: null }],
    ...change,
  };
}

describe('evaluationPage', () => {
  it('holds every figure, plot and fact in one file that can ask nothing of the network', () => {
    const page = evaluationPage(facts());
    for (const text of [
      'Reliability diagram',
      'Risk against coverage',
      'majority class',
      'a'.repeat(64),
      'this is number 3',
      'child/c001.jpg',
      '0-2 years',
      'Recall of each emotion; in round brackets',
      'No image shows contempt.',
      'no narrower than the Wilson interval of as many subjects',
      'That of a small calibration error leans upwards',
    ]) {
      expect(page).toContain(text);
    }
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|https?:|<link|url\(|<img/);
    expect(page).not.toMatch(/NaN|undefined|\[object/);
  });

  it('has each image opened and closed, and each name it refers to', () => {
    const page = evaluationPage(facts());
    for (const tag of ['svg', 'table', 'tr', 'td', 'th', 'figure', 'div', 'ul', 'main', 'text']) {
      const opened = page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length;
      expect([tag, page.match(new RegExp(`</${tag}>`, 'g'))?.length]).toEqual([tag, opened]);
    }
    for (const [, ids] of page.matchAll(/aria-labelledby="([^"]+)"/g)) {
      for (const id of ids!.split(' ')) expect(page).toContain(`id="${id}"`);
    }
  });

  it('takes names for text, whatever is in them', () => {
    const path = `"><script>alert('x')</script>&.jpg`;
    const page = evaluationPage(
      facts({
        modelId: '<b>',
        mistakes: [{ path, shown: 'fear', named: 'anger', confidence: 0.9, pictureUri: 'data:image/png;base64,AA==' }],
      }),
    );
    expect(page).not.toMatch(/<script|<b>/);
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;.jpg');
  });

  it('says on top that it holds pictures, when it does', () => {
    const [mistake] = facts().mistakes!;
    const page = evaluationPage(facts({ mistakes: [{ ...mistake!, pictureUri: 'data:image/png;base64,AA==' }] }));
    expect(page).toContain('THIS FILE HOLDS PICTURES OF FACES');
    expect(page).toContain('src="data:image/png;base64,AA=="');
  });

  it('leaves out what an evaluation of an earlier version does not have', () => {
    const { evaluation } = facts();
    const early = { ...evaluation, calibrationBins: [], riskCoverage: null, byGroup: [], byAgeBand: [] };
    const page = evaluationPage(facts({ evaluation: early, mistakes: null, lookCount: null }));
    expect(page).not.toMatch(/Reliability|Risk and coverage|Worst confident|number 3/);
    expect(page).toContain('Neither group nor age is known');
  });
});
