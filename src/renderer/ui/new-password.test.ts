import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import type { Language } from '../../core/words/language.ts';
import { createWords } from '../../core/words/words.ts';
import { NewPassword } from './new-password.tsx';

function html(language: Language, error?: string): string {
  const field = createElement(NewPassword, { label: 'Password', error, value: 'short', readOnly: true });
  const worded = createElement(I18nextProvider, { i18n: createWords(language) }, field);
  return renderToStaticMarkup(createElement(MantineProvider, null, worded));
}

/** The texts that a screen reader adds to the field's name. */
function described(text: string): (string | undefined)[] {
  const ids = text.match(/<input[^>]*aria-describedby="([^"]*)"/)?.[1]?.split(' ') ?? [];
  return ids.filter(Boolean).map((id) => text.match(new RegExp(`id="${id}"[^>]*>([^<]*)<`))?.[1]);
}

it('describes the field by the hint at its strength, and by its error', () => {
  expect(described(html('en'))).toEqual([expect.stringMatching(/^At least 10 characters/)]);
  expect(described(html('en', 'Not this one'))).toEqual(['Not this one', expect.stringMatching(/^At least 10/)]);
});

it('is announced as wrong when it has an error', () => {
  expect(html('en', 'Not this one')).toMatch(/<input[^>]*aria-invalid="true"/);
  expect(html('en')).not.toContain('aria-invalid');
});

it.each([
  ['en', 'Show or hide the password'],
  ['nl', 'Toon of verberg het wachtwoord'],
] as const)('names the button that shows the password in %s', (language, name) => {
  expect(html(language)).toContain(`aria-label="${name}"`);
});
