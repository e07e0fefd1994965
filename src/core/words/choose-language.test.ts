import { expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

it.each([
  ['nl', ['en-GB'], 'nl'],
  [null, ['nl-BE', 'en'], 'nl'],
  [null, ['de-DE', 'nl', 'en'], 'nl'],
  [null, ['de-DE'], 'en'],
  ['xx', ['NL'], 'nl'],
  [null, [], 'en'],
] as const)('kept %s, preferred %j: %s', (kept, preferred, language) => {
  expect(chooseLanguage(kept, preferred)).toBe(language);
});
