import { Checkbox, List, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../contract/contract.ts';
import { REACHES } from '../../../core/lsl/reach.ts';
import { useCall } from '../../client/use-call.ts';
import { Form } from '../../ui/form/form.tsx';
import { SaveActions } from '../../ui/form/save-actions.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

const INSTALL = { command: 'faceward lsl install', offline: 'faceward lsl install --file pylsl-….whl' };

/** Whether sessions are streamed to other devices, what leaves the machine by that, and whose markers come in. */
export function StreamsSection() {
  const { t } = useTranslation('lsl');
  const setting = useCall('lsl.setting', {});
  return (
    <Section title={t(($) => $.title)} description={t(($) => $.description)}>
      <Loaded query={setting} what={t(($) => $.what)}>
        {(stored) => <StreamsForm stored={stored} />}
      </Loaded>
    </Section>
  );
}

function StreamsForm({ stored }: { readonly stored: Output<'lsl.setting'> }) {
  const { t } = useTranslation('lsl');
  const { form, submit, ...sent } = useCallForm('lsl.set', {
    initialValues: { isOn: stored.isOn, reach: stored.reach as string, markersFrom: stored.markersFrom ?? '' },
    toInput: ({ isOn, reach, markersFrom }) => ({
      isOn,
      reach: reach as (typeof stored)['reach'],
      markersFrom: markersFrom.trim() === '' ? null : markersFrom,
    }),
    wrong: { markersFrom: t(($) => $.ownStream) },
  });
  return (
    <Form onSubmit={submit}>
      <Stack gap={4}>
        <Text fw={600}>{t(($) => $.leaves.title)}</Text>
        <List spacing={4}>
          {(['goes', 'stays', 'whoCan'] as const).map((each) => (
            <List.Item key={each}>{t(($) => $.leaves[each])}</List.Item>
          ))}
        </List>
      </Stack>
      {!stored.isInstalled && (
        <Notice kind="warning" title={t(($) => $.notInstalled)}>
          {t(($) => $.howToInstall, INSTALL)}
        </Notice>
      )}
      <Checkbox
        label={t(($) => $.isOn)}
        description={t(($) => $.isOnHelp)}
        disabled={!stored.isInstalled && !stored.isOn}
        {...form.getInputProps('isOn', { type: 'checkbox' })}
      />
      <Radio.Group label={t(($) => $.reach)} description={t(($) => $.reachHelp)} {...form.getInputProps('reach')}>
        <Stack gap={6} mt="xs">
          {REACHES.map((reach) => (
            <Radio key={reach} value={reach} label={t(($) => $.reaches[reach])} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={t(($) => $.markersFrom)}
        description={t(($) => $.markersFromHelp)}
        maw={480}
        {...form.getInputProps('markersFrom')}
      />
      <SaveActions sent={sent} save={t(($) => $.save)} saved={t(($) => $.saved)} notSaved={t(($) => $.notSaved)} />
    </Form>
  );
}
