import { describe, expect, it } from 'vitest';
import { type Lane, placeLanes, rangeWithin } from './lane.ts';

const LANES: readonly Lane[] = [
  { kind: 'items', name: 'Emotion', items: [] },
  { kind: 'valence', name: 'Valence' },
  { kind: 'items', name: 'Gaps', items: [] },
];

describe('lanes', () => {
  it('lie one below the other without touching, in what they need', () => {
    const { places, heightPx } = placeLanes(LANES);
    expect(places.map(({ lane }) => lane.name)).toEqual(['Emotion', 'Valence', 'Gaps']);
    for (const [i, place] of places.entries()) {
      const next = places[i + 1]?.topPx ?? heightPx;
      expect(place.topPx + place.heightPx).toBeLessThan(next);
    }
  });

  it('give each item a row in which it hides no other', () => {
    const item = (fromMs: number, toMs: number | null) =>
      ({ fromMs, toMs, text: '', colour: '#000', look: 'outlined' }) as const;
    // Of a session of 1000 ms, of which a moment's word takes up 80.
    const items = [item(0, null), item(10, 900), item(90, 500), item(300, null), item(310, 400), item(1000, null)];
    const [place] = placeLanes([{ kind: 'items', name: 'Markers', items }]).places;
    expect(place?.rows).toEqual([0, 1, 0, 2, 2, 0]);
    const [plain] = placeLanes([{ kind: 'items', name: 'Emotion', items: [item(0, 5), item(5, 9)] }]).places;
    expect(plain?.rows).toEqual([0, 0]);
    expect(place!.heightPx).toBe(3 * plain!.heightPx);
  });

  it('give a curve a scale on which its least lies on the lane’s bottom and its most on its top', () => {
    const [bottom, top] = rangeWithin({ topPx: 40, heightPx: 80 }, 200, -1, 1);
    const yPx = (value: number) => ((top - value) / (top - bottom)) * 200;
    expect(yPx(1)).toBeCloseTo(40, 10);
    expect(yPx(-1)).toBeCloseTo(120, 10);
  });
});
