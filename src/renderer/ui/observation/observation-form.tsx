import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../core/emotion/observation.ts';

/** What each kind of observation's form is given. */
export interface ObservationFormProps {
  readonly onSave: (observation: Observation) => void;
  readonly onCancel: () => void;
}

interface FormEndProps {
  /** What has been chosen so far, in words. */
  readonly children?: ReactNode;
  readonly isComplete: boolean;
  readonly onCancel: () => void;
}

/** The lower edge of such a form: where it stands, and the two ways out. */
export function FormEnd({ children, isComplete, onCancel }: FormEndProps) {
  const { t } = useTranslation('common');
  return (
    <Group justify="space-between">
      <div aria-live="polite">{children}</div>
      <Group>
        <Button variant="default" onClick={onCancel}>
          {t(($) => $.action.cancel)}
        </Button>
        <Button type="submit" disabled={!isComplete}>
          {t(($) => $.action.save)}
        </Button>
      </Group>
    </Group>
  );
}
