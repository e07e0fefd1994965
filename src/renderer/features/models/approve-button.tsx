import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import { useAction } from '../../client/use-call.ts';
import { ComparisonView } from '../../ui/comparison-view.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { RenderedOnly } from '../../ui/rendered-only.tsx';

/** Takes a model into use, or an older one back, after its comparison was shown. */
export function ApproveButton({ model }: { readonly model: Model }) {
  const { t } = useTranslation('models');
  const [asking, setAsking] = useState(false);
  const approve = useAction('models.approve', { onDone: () => setAsking(false) });
  const verb = model.state === 'retired' ? t(($) => $.approve.goBack) : t(($) => $.approve.approve);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{verb}</Button>
      <ConfirmDialog
        opened={asking}
        title={t(($) => $.approve.title, { verb, model: model.id })}
        confirm={verb}
        pending={approve.isPending}
        error={approve.error}
        onConfirm={() => approve.mutate({ modelId: model.id })}
        onClose={() => setAsking(false)}
      >
        {model.comparison ? (
          <ComparisonView comparison={model.comparison} />
        ) : (
          <Text>{t(($) => $.approve.noComparison)}</Text>
        )}
        <RenderedOnly model={model} />
        <Text>{t(($) => $.approve.help)}</Text>
      </ConfirmDialog>
    </>
  );
}
