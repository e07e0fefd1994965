import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A field for a password; the button that shows what was typed says so in the reader's language. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('ui');
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': t(($) => $.password.toggle) }} {...props} />;
}
