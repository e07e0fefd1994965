import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../../contract/models.ts';
import { useCall } from '../../../client/use-call.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { ExportForm } from './export-form.tsx';
import { ImportedFrom } from './imported-from.tsx';

/** Where a model came from, and the way on to another site or another program. */
export function ExportSection({ model }: { readonly model: Model }) {
  const { t } = useTranslation('exchange');
  const [opened, setOpened] = useState(false);
  const sharing = useCall('modelExchange.sharing', { modelId: model.id }, { enabled: opened });
  const close = () => setOpened(false);
  return (
    <Section title={t(($) => $.exportTitle)} description={t(($) => $.exportDescription)}>
      {model.origin === 'imported' && <ImportedFrom modelId={model.id} />}
      <Group>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t(($) => $.exportButton)}
        </Button>
      </Group>
      <Dialog opened={opened} onClose={close} size="lg" title={t(($) => $.exportDialog, { model: model.id })}>
        <Loaded query={sharing} what={t(($) => $.what)}>
          {(found) => <ExportForm modelId={model.id} sharing={found} onClose={close} />}
        </Loaded>
      </Dialog>
    </Section>
  );
}
