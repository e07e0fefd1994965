import { expect, test } from 'vitest';
import { ShownForAWhile } from './shown-for-a-while.ts';

function shownFor(forMs: number) {
  const screen: (string | null)[] = [];
  return { screen, shown: new ShownForAWhile<string>(forMs, (value) => screen.push(value)) };
}

test('what is shown is taken back once, when its time is over', () => {
  const { screen, shown } = shownFor(4000);
  shown.tick(0);
  shown.show('too far', 1000);
  shown.tick(5000);
  expect(screen).toEqual(['too far']);
  shown.tick(5001);
  shown.tick(5002);
  expect(screen).toEqual(['too far', null]);
});

test('what is shown anew gets its whole time', () => {
  const { screen, shown } = shownFor(4000);
  shown.show('first', 0);
  shown.show('second', 3000);
  shown.tick(6000);
  expect(screen).toEqual(['first', 'second']);
  shown.tick(7001);
  expect(screen).toEqual(['first', 'second', null]);
});

test('it can be taken back before its time, and what is not shown need not be', () => {
  const { screen, shown } = shownFor(4000);
  shown.hide();
  shown.show('first', 0);
  shown.hide();
  shown.hide();
  expect(screen).toEqual(['first', null]);
});
