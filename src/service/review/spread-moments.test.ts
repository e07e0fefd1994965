import { expect, it } from 'vitest';
import { spreadMoments } from './spread-moments.ts';

const moment = (childCode: string, sessionId: string, uncertainty: number) => ({ childCode, sessionId, uncertainty });

it('gives every child its turn, and every session of a child, the most doubted first', () => {
  const hard = [0.99, 0.98, 0.97].map((each) => moment('A', 'a1', each));
  const later = moment('A', 'a2', 0.5);
  const other = [0.6, 0.4].map((each) => moment('B', 'b1', each));
  const order = spreadMoments([...other, later, ...hard]);
  expect(order.map(({ sessionId, uncertainty }) => `${sessionId} ${uncertainty}`)).toEqual([
    ...['a1 0.99', 'b1 0.6', 'a2 0.5', 'b1 0.4', 'a1 0.98', 'a1 0.97'],
  ]);
});

it('has nothing to order where there is nothing', () => {
  expect(spreadMoments([])).toEqual([]);
});
