import { expect, it } from 'vitest';
import { ratePassword } from './rate-password.node.ts';

it.each([
  ['aaaaaaaaaa', 'users.password-repeat'],
  ['          ', 'users.password-repeat'],
  ['abcdefghij', 'users.password-row'],
  ['qwertyuiop', 'users.password-common'],
  ['P@ssw0rd2026', 'users.password-common'],
  ['sinterklaas', 'users.password-word'],
  ['Anna Admin', 'users.password-own'],
  ['AdminAnna2026!', 'users.password-own'],
  ['Prinses Máxima Centrum', 'users.password-own'],
  ['Faceward123', 'users.password-own'],
  ['wachtwoord1', 'users.password-guessable'],
  ['Welkom2024!', 'users.password-guessable'],
  ['Lente2026!!', 'users.password-guessable'],
  ['ziekenhuis2026', 'users.password-guessable'],
] as const)('refuses %j', async (password, problem) => {
  expect(await ratePassword(password, ['Anna Admin', 'Prinses Máxima Centrum'])).toEqual({ problem, isStrong: false });
});

it.each([
  'paard fiets boterham',
  'correct horse battery',
  'een rustige nacht op zaal',
])('finds %j strong', async (password) => {
  expect(await ratePassword(password, ['Anna Admin'])).toEqual({ problem: null, isStrong: true });
});

it('answers soon for a password of any length', async () => {
  const from = performance.now();
  await ratePassword('x9#Kq'.repeat(40), []);
  expect(performance.now() - from).toBeLessThan(3000);
});
