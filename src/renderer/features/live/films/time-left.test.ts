import { expect, it } from 'vitest';
import type { QueuedFilm } from './film-queue-state.ts';
import { timeLeftMs } from './time-left.ts';

const film = (bytes: number, state: QueuedFilm['state'], file: File | null = new File([], 'a.mp4')): QueuedFilm => ({
  id: `${bytes}`,
  name: 'a.mp4',
  bytes,
  lastModifiedMs: 0,
  childId: 'child',
  day: '2026-11-30',
  state,
  sha256: null,
  sessionId: null,
  file,
  double: null,
  outcome: null,
  isAsked: false,
});

it('what is left is told by the size of files and the speed of the film that is being read', () => {
  const films = [film(500, 'stored'), film(1000, 'reading'), film(3000, 'waiting')];
  // A quarter of 1000 in 10 s: 25 a second; 750 and 3000 are left.
  expect(timeLeftMs({ films, bytesPerMs: 99 }, 0.25, 10_000)).toBeCloseTo(3750 / 0.025);
});

it('before that film tells, those before it do; before the first nothing is said', () => {
  const films = [film(1000, 'reading'), film(3000, 'waiting')];
  expect(timeLeftMs({ films, bytesPerMs: 0.5 }, 0.01, 100)).toBeCloseTo((990 + 3000) / 0.5);
  expect(timeLeftMs({ films, bytesPerMs: null }, 0.01, 100)).toBeNull();
  expect(timeLeftMs({ films, bytesPerMs: null }, null, 0)).toBeNull();
});

it('a film whose file is not there, or of which nobody said whose it is, is not counted', () => {
  const films = [film(1000, 'waiting', null), { ...film(2000, 'waiting'), childId: null }, film(3000, 'waiting')];
  expect(timeLeftMs({ films, bytesPerMs: 1 }, null, 0)).toBe(3000);
});
