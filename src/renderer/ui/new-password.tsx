import { PasswordInput, Progress, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordStrength, SHORTEST } from './password-strength.ts';

interface NewPasswordProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
}

const COLOURS = ['gray.5', 'red.8', 'yellow.8', 'green.8'] as const;

/** A field for choosing a password, with a hint how good it is. */
export function NewPassword({ label, value, onChange }: NewPasswordProps) {
  const { t } = useTranslation('ui');
  const hintId = useId();
  const { level, hint } = passwordStrength(value);
  return (
    <Stack gap={6}>
      <PasswordInput
        label={label}
        required
        minLength={SHORTEST}
        maxLength={200}
        autoComplete="new-password"
        aria-describedby={hintId}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Progress value={(level / 3) * 100} color={COLOURS[level]} size="sm" aria-hidden />
      <Text id={hintId} size="sm" c="dimmed">
        {t(($) => $.password[hint], { shortest: SHORTEST })}
      </Text>
    </Stack>
  );
}
