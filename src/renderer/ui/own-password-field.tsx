import type { PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordField } from './password-field.tsx';
import { useSite } from './site-context.ts';

/** The password of whoever is signed in, once more before what is grave. Nothing in a demo, which has no passwords. */
export function OwnPasswordField(props: Omit<PasswordInputProps, 'label'>) {
  const { t } = useTranslation('common');
  const { site } = useSite();
  if (site.demo) return null;
  return <PasswordField label={t(($) => $.ownPassword)} required autoComplete="off" {...props} />;
}
