import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../core/emotion/observation.ts';

/** What the form of each kind of observation is given. */
export interface ObservationFormProps {
  readonly onSave: (observation: Observation) => void;
  readonly onCancel: () => void;
}

interface FormEndProps {
  /** What has been chosen so far, in words. */
  readonly children?: ReactNode;
  readonly onCancel: () => void;
}

/** The bottom of such a form: what has been chosen, and the two ways out. */
export function FormEnd({ children, onCancel }: FormEndProps) {
  const { t } = useTranslation('common');
  return (
    <Group justify="space-between">
      <div aria-live="polite">{children}</div>
      <Group>
        <Button variant="default" onClick={onCancel}>
          {t(($) => $.action.cancel)}
        </Button>
        <Button type="submit">{t(($) => $.action.save)}</Button>
      </Group>
    </Group>
  );
}
