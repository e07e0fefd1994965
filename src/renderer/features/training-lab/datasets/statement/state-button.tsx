import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../../../../contract/datasets.ts';
import { useAction } from '../../../../client/use-call.ts';
import { StatementDialog } from './statement-dialog.tsx';

/** Says anew what a dataset shows, or for the first time. */
export function StateButton({ dataset, text }: { readonly dataset: Dataset; readonly text?: string }) {
  const { t } = useTranslation('datasets');
  const [isOpen, setOpen] = useState(false);
  const state = useAction('datasets.state', { onDone: () => setOpen(false) });
  return (
    <>
      <Button
        variant="default"
        flex="none"
        size={text === undefined ? 'sm' : 'compact-sm'}
        aria-label={text ?? t(($) => $.statement.openWith, { name: dataset.name })}
        onClick={() => setOpen(true)}
      >
        {text ?? t(($) => $.statement.open)}
      </Button>
      {isOpen && (
        <StatementDialog
          name={dataset.name}
          folder={{ datasetId: dataset.id }}
          before={dataset.statement}
          submit={t(($) => $.statement.save)}
          isPending={state.isPending}
          error={state.error}
          onSay={(statement) => state.mutate({ datasetId: dataset.id, statement })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
