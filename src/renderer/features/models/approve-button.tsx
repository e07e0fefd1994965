import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import { useCall } from '../../client/use-call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { ApproveForm } from './approve-form.tsx';

/** Puts a model, new or earlier, into use once its comparison and every condition has been shown. */
export function ApproveButton({ model }: { readonly model: Model }) {
  const { t } = useTranslation('models');
  const [opened, setOpened] = useState(false);
  const conditions = useCall('models.conditions', { modelId: model.id }, { enabled: opened });
  const verb = model.state === 'retired' ? t(($) => $.approve.goBack) : t(($) => $.approve.approve);
  const close = () => setOpened(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>{verb}</Button>
      <Dialog opened={opened} onClose={close} size="lg" title={t(($) => $.approve.title, { verb, model: model.id })}>
        <Loaded query={conditions} what={t(($) => $.conditions.what)}>
          {(list) => <ApproveForm model={model} conditions={list} verb={verb} onClose={close} />}
        </Loaded>
      </Dialog>
    </>
  );
}
