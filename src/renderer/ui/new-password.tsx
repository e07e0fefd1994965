import { type PasswordInputProps, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SHORTEST_PASSWORD } from '../../contract/site.ts';
import { PasswordField } from './password-field.tsx';
import { passwordStrength } from './password-strength.ts';

const COLOURS = ['gray.5', 'red.8', 'yellow.8', 'green.8'] as const;

/** A field for choosing a password, with a hint how good it is. */
export function NewPassword(props: PasswordInputProps) {
  const { t } = useTranslation('ui');
  const { level, hint } = passwordStrength(String(props.value ?? ''));
  return (
    <PasswordField
      required
      autoComplete="new-password"
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      inputContainer={(input) => (
        <>
          {input}
          <Progress mt={6} value={(level / 3) * 100} color={COLOURS[level]} size="sm" aria-hidden />
        </>
      )}
      description={t(($) => $.password[hint], { shortest: SHORTEST_PASSWORD })}
      {...props}
    />
  );
}
