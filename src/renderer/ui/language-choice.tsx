import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../core/words/language.ts';
import { useLanguage } from './language.tsx';

/** Each language by its own name: whoever cannot read the screen finds the one that can be read. */
const NAMES: Readonly<Record<Language, string>> = { en: 'English', nl: 'Nederlands' };

/** Chooses the language of the screen. */
export function LanguageChoice() {
  const { t } = useTranslation('app');
  const { language, setLanguage } = useLanguage();
  return (
    <SegmentedControl
      aria-label={t(($) => $.language)}
      size="xs"
      fullWidth
      color="ward.7"
      value={language}
      onChange={(chosen) => setLanguage(chosen as Language)}
      data={LANGUAGES.map((each) => ({ value: each, label: <span lang={each}>{NAMES[each]}</span> }))}
    />
  );
}
