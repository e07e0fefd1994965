import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { negativeAgainstNeutralAuc, rankNegativeAgainstNeutral } from './negative-against-neutral-auc.ts';

const CLASSES = ['fear', 'neutral'] as const;

/** Images of two classes whose score is the probability of fear. */
function ranked(fear: readonly number[], isFear: readonly number[]) {
  const probabilities = Float32Array.from(fear.flatMap((p) => [p, 1 - p]));
  const truth = isFear.map((each) => (each ? 0 : 1));
  return rankNegativeAgainstNeutral(probabilities, truth, CLASSES);
}

describe('negativeAgainstNeutralAuc', () => {
  const scores = [0.9, 0.4, 0.5, 0.5, 0.1, 0.4, 0.7, 0.75];
  const isFear = [1, 1, 1, 0, 0, 0, 1, 0];

  // scikit-learn 1.9.1: roc_auc_score(isFear, scores), and with sample_weight=[2, 1, 0, 3, 1, 1, 2, 1]
  it('agrees with scikit-learn, ties and weights included', () => {
    expect(negativeAgainstNeutralAuc(ranked(scores, isFear))).toBeCloseTo(0.6875, 12);
    expect(negativeAgainstNeutralAuc(ranked(scores, isFear), [2, 1, 0, 3, 1, 1, 2, 1])).toBeCloseTo(
      0.7833333333333333,
      12,
    );
  });

  it('is the share of pairs in which the negative image scores higher, ties counting one half', () => {
    const image = fc.record({ eighths: fc.integer({ min: 0, max: 8 }), isFear: fc.integer({ min: 0, max: 1 }) });
    fc.assert(
      fc.property(fc.array(image, { minLength: 1, maxLength: 30 }), (images) => {
        const negative = images.filter((each) => each.isFear);
        const neutral = images.filter((each) => !each.isFear);
        let wins = 0;
        for (const a of negative) for (const b of neutral) wins += (Math.sign(a.eighths - b.eighths) + 1) / 2;
        const pairs = negative.length * neutral.length;
        const auc = negativeAgainstNeutralAuc(
          ranked(
            images.map((each) => each.eighths / 8),
            images.map((each) => each.isFear),
          ),
        );
        if (pairs === 0) expect(auc).toBeNull();
        else expect(auc).toBeCloseTo(wins / pairs, 9);
      }),
    );
  });

  it('looks only at negative and neutral images, and only at those probabilities', () => {
    //              anger disgust fear happiness sadness surprise neutral
    const sadBeforeHappy = [0.05, 0.05, 0, 0.6, 0.2, 0, 0.1]; // score .3 / .4
    const neutral = [0, 0, 0.25, 0.25, 0, 0, 0.5]; // score .25 / .75
    const happy = [0, 0, 0, 1, 0, 0, 0];
    const rows = rankNegativeAgainstNeutral(
      Float32Array.from([...sadBeforeHappy, ...neutral, ...happy]),
      [4, 6, 3],
      EMOTIONS,
    );
    expect([...rows.image]).toEqual([1, 0]);
    expect(rows.score[0]).toBeCloseTo(1 / 3, 6);
    expect(rows.score[1]).toBeCloseTo(0.75, 6);
  });

  it('scores one half where a model gives neither any probability', () => {
    const { score } = rankNegativeAgainstNeutral(Float32Array.of(0, 0, 1), [0], ['anger', 'neutral', 'happiness']);
    expect([...score]).toEqual([0.5]);
  });

  it('is null for a model that does not know neutral', () => {
    const rows = rankNegativeAgainstNeutral(Float32Array.of(0.5, 0.5), [0], ['anger', 'happiness']);
    expect(negativeAgainstNeutralAuc(rows)).toBeNull();
  });
});
