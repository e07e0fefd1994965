import { expect, it } from 'vitest';
import { trendPoints } from './trend-points.ts';

type Compared = Parameters<typeof trendPoints>[0][number];

const compared = (id: string, startedAtIso: string, change: object = {}, coverage = 1) =>
  ({
    session: { id, startedAtIso, source: 'webcam', modelId: 'base', modelVersion: '1', ...change },
    summary: { coverage },
  }) as Compared;

it('places sessions by when they were, tells models apart, and leaves films out', () => {
  const { points, models, films } = trendPoints([
    compared('late', '2026-03-09T10:00:00Z', { modelVersion: '2' }),
    compared('film', '2026-03-07T10:00:00Z', { source: 'recording' }),
    compared('early', '2026-03-01T10:00:00Z', {}, 0.4),
  ]);
  expect(points.map(({ session, model, isLow }) => [session.id, model, isLow])).toEqual([
    ['early', 1, true],
    ['late', 0, false],
  ]);
  expect(points[1]!.atEpochMs - points[0]!.atEpochMs).toBe(8 * 24 * 3_600_000);
  expect({ models, films }).toEqual({ models: ['base 2', 'base 1'], films: 1 });
});
