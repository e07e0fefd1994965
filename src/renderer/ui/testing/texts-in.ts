import { MantineProvider } from '@mantine/core';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { vi } from 'vitest';
import type { Language } from '../../../core/words/language.ts';
import { LanguageProvider } from '../language.tsx';

/** For tests: the texts that a part of the screen shows in a language, one after the other with a blank between them. */
export function textsIn(language: Language, part: ReactNode): string {
  vi.stubGlobal('localStorage', { getItem: () => language });
  const spoken = createElement(LanguageProvider, null, createElement(MantineProvider, null, part));
  const texts = renderToStaticMarkup(spoken)
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();
  vi.unstubAllGlobals();
  return texts;
}
