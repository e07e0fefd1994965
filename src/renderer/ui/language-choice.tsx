import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_FACTS, LANGUAGES, type Language } from '../../core/words/language.ts';
import { useLanguage } from './language.tsx';

/** Chooses the language of the screen, each by its own name. */
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
      data={LANGUAGES.map((each) => ({ value: each, label: <span lang={each}>{LANGUAGE_FACTS[each].ownName}</span> }))}
    />
  );
}
