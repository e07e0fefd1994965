import { expect, test } from 'vitest';
import { ChildChoice } from './child-choice.ts';
import type { EnrolmentProblem } from './live-state.ts';

function staffBeforeAScreen() {
  let atMs = 0;
  const told: unknown[] = [];
  const screen: (EnrolmentProblem | null)[] = [];
  const choice = new ChildChoice({
    vision: () => ({ enrol: (enrolment) => told.push(enrolment), forgetChild: () => told.push('forget') }),
    atMs: () => atMs,
    put: (problem) => screen.push(problem),
  });
  const pass = (lengthMs: number) => {
    atMs += lengthMs;
    choice.tick();
  };
  return { choice, told, screen, pass };
}

test('a tap points out a face, and no tap the only one', () => {
  const { choice, told } = staffBeforeAScreen();
  choice.enrol({ xPx: 3, yPx: 4 });
  choice.enrol(null);
  expect(told).toEqual([{ by: 'tap', xPx: 3, yPx: 4 }, { by: 'only-face' }]);
});

test('while the child is known a tap changes nothing and says so; in doubt, or after a wrong choice, it counts', () => {
  const { choice, told, screen } = staffBeforeAScreen();
  choice.result({ isEnrolled: true, reason: 'no-face' });
  choice.enrol(null);
  expect(told).toEqual([]);
  expect(screen).toEqual(['already-followed']);
  choice.result({ isEnrolled: true, reason: 'unsure-who' });
  choice.enrol(null);
  choice.result({ isEnrolled: true, reason: null });
  choice.chooseAgain();
  choice.enrol(null);
  expect(told).toEqual([{ by: 'only-face' }, 'forget', { by: 'only-face' }]);
});

test('why an attempt came to nothing is said for four seconds, or until one succeeds', () => {
  const { choice, screen, pass } = staffBeforeAScreen();
  choice.outcome('unclear');
  pass(4000);
  expect(screen).toEqual(['unclear']);
  pass(1);
  expect(screen).toEqual(['unclear', null]);
  choice.outcome('no-face-there');
  choice.outcome('enrolled');
  expect(screen).toEqual(['unclear', null, 'no-face-there', null]);
});
