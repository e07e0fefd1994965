import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Words beside a score, for whoever wants to write some. */
export function OptionalNote(props: TextareaProps) {
  const { t } = useTranslation('entries');
  return (
    <Textarea
      label={t(($) => $.observation.noteOptional)}
      description={t(($) => $.observation.noteHint)}
      autosize
      minRows={1}
      {...props}
    />
  );
}
