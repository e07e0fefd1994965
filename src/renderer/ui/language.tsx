import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { chooseLanguage } from '../../core/words/choose-language.ts';
import { LANGUAGE_FACTS, LANGUAGES, type Language } from '../../core/words/language.ts';
import { createWords } from '../../core/words/words.ts';

/** Where the choice is kept: per machine, so that the screen before signing in has it too. */
const KEPT_AS = 'faceward.language';

interface LanguageValue {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageValue | null>(null);

/** Gives every screen its words, and the document its language. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    chooseLanguage(localStorage.getItem(KEPT_AS), navigator.languages),
  );
  // One catalogue per language: the screen is never half in one and half in another.
  const words = useMemo(() => createWords(language), [language]);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const value = useMemo<LanguageValue>(
    () => ({
      language,
      setLanguage: (chosen) => {
        localStorage.setItem(KEPT_AS, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={value}>
      <I18nextProvider i18n={words}>{children}</I18nextProvider>
    </LanguageContext>
  );
}

/**
 * The language of the screen, and how to choose another.
 *
 * @throws Error outside of LanguageProvider, which provides it.
 */
export function useLanguage(): LanguageValue {
  const value = use(LanguageContext);
  if (!value) throw new Error(`useLanguage was called outside of <LanguageProvider>: there is none of ${LANGUAGES}`);
  return value;
}

/** The locale for Intl that goes with the language of the screen, such as nl-NL. */
export function useLocale(): string {
  return LANGUAGE_FACTS[useLanguage().language].locale;
}
