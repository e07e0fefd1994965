import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Model } from '../../../contract/models.ts';
import { useAction } from '../../client/use-call.ts';
import { ComparisonView } from '../../ui/comparison-view.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { RenderedOnly } from '../../ui/rendered-only.tsx';

/** Takes a model into use, or an older one back, after its comparison was shown. */
export function ApproveButton({ model }: { readonly model: Model }) {
  const [asking, setAsking] = useState(false);
  const approve = useAction('models.approve', { onDone: () => setAsking(false) });
  const verb = model.state === 'retired' ? 'Go back to this model' : 'Approve';
  return (
    <>
      <Button onClick={() => setAsking(true)}>{verb}</Button>
      <ConfirmDialog
        opened={asking}
        title={`${verb}: ${model.id}`}
        confirm={verb}
        pending={approve.isPending}
        error={approve.error}
        onConfirm={() => approve.mutate({ modelId: model.id })}
        onClose={() => setAsking(false)}
      >
        {model.comparison ? (
          <ComparisonView comparison={model.comparison} />
        ) : (
          <Text>There is no comparison with another model on the same images.</Text>
        )}
        <RenderedOnly model={model} />
        <Text>The next session will use it, and the model in use now is retired. Your name is recorded.</Text>
      </ConfirmDialog>
    </>
  );
}
