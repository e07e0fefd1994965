import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../contract/error.ts';

interface WithoutLostProps {
  /** Why the site was not opened, if it was not. */
  readonly error: CallError | null;
  /** The copy without whose damaged part it is to be opened. */
  readonly value: string | null;
  readonly onChange: (copy: string | null) => void;
}

/** The decision to go on without what a damaged log has lost; there once that was told. */
export function WithoutLost({ error, value, onChange }: WithoutLostProps) {
  const { t } = useTranslation('signIn');
  const copy = error?.reason === 'store.log-damaged' ? String(error.values.copy) : value;
  if (copy === null) return null;
  return (
    <Checkbox
      label={t(($) => $.withoutLost)}
      description={t(($) => $.withoutLostHelp)}
      checked={value === copy}
      onChange={({ currentTarget }) => onChange(currentTarget.checked ? copy : null)}
    />
  );
}
