import { type PasswordInputProps, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SHORTEST_PASSWORD } from '../../contract/site.ts';
import { failure } from '../../core/words/failure.ts';
import { PasswordField } from './password-field.tsx';
import { useFailureWords } from './use-failure-words.ts';
import { usePasswordRating } from './use-password-rating.ts';

const COLOURS = ['gray.5', 'red.8', 'yellow.8', 'green.8'] as const;

interface NewPasswordProps extends Omit<PasswordInputProps, 'about'> {
  /** Names that make it easy to guess: whose it is, the site's. */
  readonly about?: readonly string[];
}

/** A field for choosing a password, with how hard it is to guess and what makes it easy. */
export function NewPassword({ about = [], ...props }: NewPasswordProps) {
  const { t } = useTranslation('ui');
  const failureWords = useFailureWords();
  const value = String(props.value ?? '');
  const rating = usePasswordRating(value, about);
  const level = rating === null ? 0 : rating.problem ? 1 : rating.isStrong ? 3 : 2;
  const hint = () => {
    if (value.length < SHORTEST_PASSWORD) return t(($) => $.password.tooShort, { shortest: SHORTEST_PASSWORD });
    if (rating === null) return t(($) => $.password.asking);
    if (rating.problem) return failureWords(failure(rating.problem));
    return rating.isStrong ? t(($) => $.password.strong) : t(($) => $.password.fair);
  };
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
      description={hint()}
      {...props}
    />
  );
}
