import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../../contract/contract.ts';
import type { CallError } from '../../../../../contract/error.ts';
import type { DatasetStatement } from '../../../../../core/dataset/said/statement.ts';
import { useCall } from '../../../../client/use-call.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../../ui/error-notice.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { StatementForm } from './statement-form.tsx';

interface StatementDialogProps {
  readonly name: string;
  readonly folder: Input<'datasets.look'>;
  /** What was said before; null for a folder that is being added. */
  readonly before: DatasetStatement | null;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: CallError | null;
  readonly onSay: (statement: DatasetStatement) => void;
  readonly onClose: () => void;
}

/** Asks what a folder's images show: only what the folder does not say itself. */
export function StatementDialog({ name, folder, before, onSay, onClose, ...form }: StatementDialogProps) {
  const { t } = useTranslation('datasets');
  // Looked at once: asking again would take what is being filled in for a new folder.
  const [asked] = useState(folder);
  const look = useCall('datasets.look', asked);
  return (
    <Dialog opened onClose={onClose} size="xl" title={t(($) => $.statement.title, { name })}>
      {look.error ? (
        <ErrorNotice error={look.error} title={t(($) => (before ? $.statement.notSaved : $.failed))} />
      ) : (
        <Loaded query={look} what={t(($) => $.statement.looking)}>
          {(found) => (
            <StatementForm {...form} name={name} look={found} before={before} onSay={onSay} onCancel={onClose} />
          )}
        </Loaded>
      )}
    </Dialog>
  );
}
