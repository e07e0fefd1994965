import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import { ComparisonView } from '../../ui/comparison-view.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { RenderedOnly } from '../../ui/rendered-only.tsx';
import { useConfirmedAction } from '../../ui/use-confirmed-action.ts';

/** Puts a model, new or earlier, into use once its comparison has been shown. */
export function ApproveButton({ model }: { readonly model: Model }) {
  const { t } = useTranslation('models');
  const approval = useConfirmedAction('models.approve', ({ id }: Model) => ({ modelId: id }));
  const verb = model.state === 'retired' ? t(($) => $.approve.goBack) : t(($) => $.approve.approve);
  return (
    <>
      <Button onClick={() => approval.ask(model)}>{verb}</Button>
      <ConfirmDialog {...approval.dialog} title={t(($) => $.approve.title, { verb, model: model.id })} confirm={verb}>
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
