import { Checkbox, Group, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StoredProtocol } from '../../../../contract/protocols.ts';
import type { ExpectedMarker } from '../../../../core/emotion/protocol.ts';
import { useCall } from '../../../client/use-call.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { usePlanWords } from '../../../ui/use-plan-words.ts';

interface ProtocolDialogProps {
  /** Null for a new one. */
  readonly protocol: StoredProtocol | null;
  readonly onClose: () => void;
}

/** Adds a protocol or changes one. */
export function ProtocolDialog({ protocol, onClose }: ProtocolDialogProps) {
  const { t } = useTranslation('protocols');
  const buttons = useCall('site.markerButtons', {});
  const title = protocol ? t(($) => $.changeOf, { name: protocol.name }) : t(($) => $.add);
  return (
    <Dialog opened onClose={onClose} title={title} size="lg">
      <Loaded query={buttons} what={t(($) => $.what)}>
        {(set) => {
          // One that was expected and is no button any more can still be taken away.
          const offered = [...set.map(({ kind, name }) => ({ kind, name })), ...(protocol?.markers ?? [])];
          return <ProtocolForm protocol={protocol} offered={offered} onClose={onClose} />;
        }}
      </Loaded>
    </Dialog>
  );
}

function ProtocolForm({
  protocol,
  offered,
  onClose,
}: ProtocolDialogProps & { readonly offered: readonly ExpectedMarker[] }) {
  const { t } = useTranslation('protocols');
  const words = usePlanWords();
  const markers = new Map(offered.map((marker) => [`${marker.kind} ${marker.name}`, marker]));
  const { form, submit, isPending, error } = useCallForm('protocols.save', {
    initialValues: {
      name: protocol?.name ?? '',
      plannedMinutes: (protocol?.plannedMinutes ?? '') as number | string,
      flaccEveryMinutes: (protocol?.flaccEveryMinutes ?? '') as number | string,
      markers: (protocol?.markers ?? []).map(({ kind, name }) => `${kind} ${name}`),
    },
    toInput: (values) => ({
      id: protocol?.id ?? null,
      name: values.name,
      plannedMinutes: minutesIn(values.plannedMinutes),
      flaccEveryMinutes: minutesIn(values.flaccEveryMinutes),
      markers: values.markers.flatMap((key) => markers.get(key) ?? []),
    }),
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      <TextInput label={t(($) => $.name)} required data-autofocus autoComplete="off" {...form.getInputProps('name')} />
      <Checkbox.Group label={t(($) => $.markers)} {...form.getInputProps('markers')}>
        <Group mt="xs">
          {[...markers].map(([value, marker]) => (
            <Checkbox key={value} value={value} label={words.ofMarker(marker)} />
          ))}
        </Group>
      </Checkbox.Group>
      <NumberInput
        label={t(($) => $.flacc)}
        description={t(($) => $.flaccHelp)}
        {...form.getInputProps('flaccEveryMinutes')}
      />
      <NumberInput
        label={t(($) => $.planned)}
        description={t(($) => $.plannedHelp)}
        {...form.getInputProps('plannedMinutes')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.failed)} />}
      <DialogActions submit={t(($) => $.save)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}

function minutesIn(typed: number | string): number | null {
  return typed === '' ? null : Number(typed);
}
