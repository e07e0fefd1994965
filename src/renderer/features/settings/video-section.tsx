import { Checkbox, NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../contract/contract.ts';
import { useCall } from '../../client/use-call.ts';
import { Form } from '../../ui/form/form.tsx';
import { numberIn } from '../../ui/form/number-in.ts';
import { SaveActions } from '../../ui/form/save-actions.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';

/** Whether this site keeps video of sessions, and for how long. */
export function VideoSection() {
  const { t } = useTranslation('videos');
  const setting = useCall('videos.setting', {});
  return (
    <Section title={t(($) => $.setting.title)} description={t(($) => $.setting.description)}>
      <Loaded query={setting} what={t(($) => $.setting.what)}>
        {(stored) => <VideoForm stored={stored} />}
      </Loaded>
    </Section>
  );
}

function VideoForm({ stored }: { readonly stored: Output<'videos.setting'> }) {
  const { t } = useTranslation('videos');
  const format = useFormat();
  const { form, submit, ...sent } = useCallForm('videos.setSetting', {
    initialValues: { isOn: stored.isOn, keepDays: stored.keepDays as number | string },
    toInput: ({ isOn, keepDays }) => ({ isOn, keepDays: numberIn(keepDays) }),
  });
  return (
    <Form onSubmit={submit}>
      <Checkbox label={t(($) => $.setting.isOn)} {...form.getInputProps('isOn', { type: 'checkbox' })} />
      <NumberInput
        label={t(($) => $.setting.keepDays)}
        description={t(($) => $.setting.keepDaysHelp)}
        maw={320}
        required
        {...form.getInputProps('keepDays')}
      />
      <Text size="sm">
        {t(($) => $.setting.room, {
          mb: format.number(Math.round(stored.bytesAnHour / 1e6)),
          freeGb: format.number(Math.round(stored.freeBytes / 1e9)),
        })}
      </Text>
      <SaveActions
        sent={sent}
        save={t(($) => $.setting.save)}
        saved={t(($) => $.setting.saved)}
        notSaved={t(($) => $.setting.notSaved)}
      />
    </Form>
  );
}
