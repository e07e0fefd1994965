import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../contract/children.ts';
import { CAUTION_KINDS, type CautionKind } from '../../../core/emotion/protocol.ts';
import { useAction, useCall } from '../../client/use-call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { usePlanWords } from '../../ui/use-plan-words.ts';

/** What makes this child's face say something else: on the screen while a session runs, and in its report. */
export function CautionsSection({ child }: { readonly child: Child }) {
  const { t } = useTranslation('protocols');
  const { date } = useFormat();
  const words = usePlanWords();
  const cautions = useCall('cautions.list', { childId: child.id });
  const end = useAction('cautions.end');
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <Group justify="space-between" align="flex-end">
        <Text size="sm" c="dimmed" flex={1}>
          {t(($) => $.cautions.help)}
        </Text>
        <Button variant="default" onClick={() => setIsAdding(true)}>
          {t(($) => $.cautions.add)}
        </Button>
      </Group>
      <Loaded query={cautions} what={t(($) => $.cautions.what)}>
        {(list) => (
          <DataTable
            label={t(($) => $.cautions.of, { code: child.code })}
            empty={t(($) => $.cautions.none)}
            rows={list}
            rowKey={({ id }) => id}
            columns={{
              what: { header: t(($) => $.cautions.title), wrap: 'anywhere', cell: words.ofCaution },
              since: { header: t(($) => $.cautions.since), cell: ({ sinceIso }) => date(sinceIso) },
              by: { header: t(($) => $.cautions.by), wrap: 'anywhere', cell: ({ by }) => by },
              end: {
                align: 'right',
                cell: (caution) => (
                  <RowButton
                    label={t(($) => $.cautions.endOf, { what: words.ofCaution(caution) })}
                    loading={end.isPending}
                    onClick={() => end.mutate({ childId: child.id, cautionId: caution.id })}
                  >
                    {t(($) => $.cautions.end)}
                  </RowButton>
                ),
              },
            }}
          />
        )}
      </Loaded>
      {end.error && <ErrorNotice error={end.error} title={t(($) => $.failed)} />}
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title={t(($) => $.cautions.add)}>
        <CautionForm childId={child.id} onClose={() => setIsAdding(false)} />
      </Dialog>
    </>
  );
}

function CautionForm({ childId, onClose }: { readonly childId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('protocols');
  const { form, submit, isPending, error } = useCallForm('cautions.add', {
    initialValues: { kind: 'tube' as CautionKind | null, note: '' },
    toInput: (values) => ({ childId, ...values }),
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      <Select
        label={t(($) => $.cautions.kind)}
        data={CAUTION_KINDS.map((value) => ({ value, label: t(($) => $.caution[value]) }))}
        allowDeselect={false}
        data-autofocus
        {...form.getInputProps('kind')}
      />
      <TextInput label={t(($) => $.cautions.note)} autoComplete="off" {...form.getInputProps('note')} />
      {error && <ErrorNotice error={error} title={t(($) => $.cautions.failed)} />}
      <DialogActions submit={t(($) => $.cautions.add)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
