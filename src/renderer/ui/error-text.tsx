import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CallError } from '../../contract/error.ts';
import { useLanguage } from './language.tsx';

/**
 * What went wrong. The service writes its sentences in English; on a screen of another language what kind of failure
 * it is stands above them.
 */
export function ErrorText({ error }: { readonly error: Error }) {
  const { t } = useTranslation('errors');
  const { language } = useLanguage();
  const code = error instanceof CallError ? error.code : 'failed';
  return (
    <>
      {language !== 'en' && <Text fw={600}>{t(($) => $[code])}</Text>}
      <Text lang="en" style={{ overflowWrap: 'anywhere' }}>
        {error.message}
      </Text>
    </>
  );
}
