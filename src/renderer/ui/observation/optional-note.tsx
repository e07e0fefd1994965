import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface OptionalNoteProps {
  readonly note: string;
  readonly onChange: (note: string) => void;
}

/** Words beside a score, for whoever wants to write some. */
export function OptionalNote({ note, onChange }: OptionalNoteProps) {
  const { t } = useTranslation('entries');
  return (
    <Textarea
      label={t(($) => $.observation.noteOptional)}
      description={t(($) => $.observation.noteHint)}
      maxLength={2000}
      autosize
      minRows={1}
      value={note}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
