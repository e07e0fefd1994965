import { createElement, Fragment } from 'react';
import { expect, it } from 'vitest';
import type { Export } from '../../../contract/review/reports.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Language } from '../../../core/words/language.ts';
import { textsIn } from '../../ui/testing/texts-in.ts';
import { useProblemWords } from './use-problem-words.ts';

type Problem = Export['problems'][number];

function wordsFor(language: Language, problem: Problem): string {
  const Words = () => createElement(Fragment, null, useProblemWords()(problem));
  return textsIn(language, createElement(Words));
}

const why = failure('call.unexpected', { incident: '0a1b2c3d' });
const LOST = 'Er is iets misgegaan wat niet mis had mogen gaan. In het logboek staat het als 0a1b2c3d.';

it('says in the language of the screen which file of an export could not be made, and why', () => {
  const ofChild: Problem = { childCode: 'CH-3', startedAtIso: '2026-02-20T09:00:00.000Z', format: 'json', why };
  expect(wordsFor('nl', ofChild)).toMatch(/^Sessie van CH-3 van 20 feb\.? 2026,? [\d:]+, JSON: /);
  expect(wordsFor('nl', ofChild).endsWith(LOST)).toBe(true);
  const ofNone: Problem = { childCode: null, startedAtIso: null, format: 'pdf', why };
  expect(wordsFor('nl', ofNone)).toBe(`Sessie die er niet meer is, PDF: ${LOST}`);
  expect(wordsFor('en', ofNone)).not.toContain('Sessie');
});

it('shows what an earlier version stored, as it is', () => {
  expect(wordsFor('nl', 'CH-3: the session could not be read')).toBe('CH-3: the session could not be read');
});
