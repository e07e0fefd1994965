import { expect, test } from 'vitest';
import { EMOTIONS } from '../emotion/emotion.ts';
import { ENGLISH } from './en/en.ts';
import { LANGUAGES } from './language.ts';
import { createWords } from './words.ts';

test('a word comes in the language that was asked for', () => {
  expect(createWords('en').getFixedT(null, 'common')(($) => $.gap['too-far'])).toBe('Too far away');
  expect(createWords('nl').getFixedT(null, 'common')(($) => $.gap['too-far'])).toBe('Te ver weg');
});

test.each(
  LANGUAGES.filter((each) => each !== 'en'),
)('the placeholders of every text in %s are those of the English one', (language) => {
  const [en, other] = [createWords('en'), createWords(language)];
  for (const part of Object.keys(ENGLISH)) {
    const translated = new Map(textsOf(other.getResourceBundle(language, part)));
    for (const [key, text] of textsOf(en.getResourceBundle('en', part))) {
      expect(placeholders(translated.get(key) ?? ''), `${part}.${key}`).toEqual(placeholders(text));
    }
  }
});

test.each(LANGUAGES)('no two emotions have the same word or the same letters in %s', (language) => {
  const t = createWords(language).getFixedT(null, 'common');
  expect(new Set(EMOTIONS.map((emotion) => t(($) => $.emotion[emotion]))).size).toBe(EMOTIONS.length);
  expect(new Set(EMOTIONS.map((emotion) => t(($) => $.emotionGlyph[emotion]))).size).toBe(EMOTIONS.length);
});

test.each([
  ['en', 1, '1 image'],
  ['en', 1638, '1,638 images'],
  ['nl', 1, '1 beeld'],
  ['nl', 1638, '1.638 beelden'],
] as const)('counts in %s: %d', (language, count, text) => {
  expect(createWords(language).getFixedT(null, 'evaluation')(($) => $.images, { count })).toBe(text);
});

test.each([
  ['en', /^Write it down and keep it safe; then type its last group below\./],
  ['nl', /^Schrijf hem op en berg hem veilig op; typ daarna de laatste groep over\./],
] as const)('a new recovery code comes with what to do with it, in %s', (language, said) => {
  expect(createWords(language).getFixedT(null, 'setUp')(($) => $.code.help)).toMatch(said);
});

function textsOf(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : textsOf(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
