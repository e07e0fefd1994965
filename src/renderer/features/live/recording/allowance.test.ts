import { expect, test } from 'vitest';
import { Allowance } from './allowance.ts';

test('as many are taken as were allowed, and the next waits until one more is', async () => {
  const allowance = new Allowance();
  let taken = 0;
  const takeAll = async () => {
    for (;;) {
      await allowance.take();
      taken++;
    }
  };
  void takeAll();
  const settle = () => new Promise(setImmediate);
  await settle();
  expect(taken).toBe(0);
  allowance.add(2);
  await settle();
  expect(taken).toBe(2);
  allowance.add(1);
  allowance.add(2);
  await settle();
  expect(taken).toBe(5);
});
