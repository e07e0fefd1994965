import { Button, Checkbox, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import { useAction, useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { numberIn } from '../../../ui/form/number-in.ts';
import { SaveActions } from '../../../ui/form/save-actions.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { useFailureWords } from '../../../ui/use-failure-words.ts';

/** Where backups go by themselves, and what became of the last. */
export function BackupsSection() {
  const { t } = useTranslation('records');
  const backups = useCall('backups.get', {});
  return (
    <Section title={t(($) => $.backups.title)} description={t(($) => $.backups.description)}>
      <Loaded query={backups} what={t(($) => $.backups.what)}>
        {(state) => (
          <>
            <LastBackup state={state} />
            <PlanForm stored={state.plan} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function LastBackup({
  state: { lastMade, lastFailure, plan, isUnderWay, nextAtIso },
}: {
  readonly state: Output<'backups.get'>;
}) {
  const { t } = useTranslation('records');
  const { dateTime } = useFormat();
  const failureWords = useFailureWords();
  const now = useAction('backups.makeNow');
  return (
    <>
      {lastFailure && (
        <Notice kind="warning" title={t(($) => $.backups.failed, { at: dateTime(lastFailure.atIso) })}>
          <Text>{failureWords(lastFailure.why)}</Text>
          {nextAtIso && <Text>{t(($) => $.backups.triedAgain, { at: dateTime(nextAtIso) })}</Text>}
        </Notice>
      )}
      <Text role="status">
        {isUnderWay
          ? t(($) => $.backups.underWay)
          : lastMade
            ? t(($) => $.backups.last, {
                at: dateTime(lastMade.madeAtIso),
                file: lastMade.file,
                rows: lastMade.rows,
                entries: lastMade.entries,
              })
            : t(($) => $.backups.none)}
      </Text>
      {plan && (
        <Group>
          <Button variant="default" loading={now.isPending || isUnderWay} onClick={() => now.mutate({})}>
            {t(($) => $.backups.makeNow)}
          </Button>
        </Group>
      )}
      {now.error && !lastFailure && <ErrorNotice error={now.error} title={t(($) => $.backups.notMade)} />}
    </>
  );
}

function PlanForm({ stored }: { readonly stored: Output<'backups.get'>['plan'] }) {
  const { t } = useTranslation('records');
  const { form, submit, ...sent } = useCallForm('backups.setPlan', {
    initialValues: {
      isPlanned: stored !== null,
      folder: stored?.folder ?? '',
      everyHours: (stored?.everyHours ?? 24) as number | string,
      keep: (stored?.keep ?? 14) as number | string,
    },
    toInput: ({ isPlanned, folder, everyHours, keep }) => ({
      folder: isPlanned ? folder : null,
      everyHours: numberIn(everyHours),
      keep: numberIn(keep),
    }),
  });
  return (
    <Form onSubmit={submit}>
      <Checkbox label={t(($) => $.backups.planned)} {...form.getInputProps('isPlanned', { type: 'checkbox' })} />
      {form.values.isPlanned && (
        <>
          <TextInput
            label={t(($) => $.backups.folder)}
            description={t(($) => $.backups.folderHelp)}
            maw={520}
            required
            {...form.getInputProps('folder')}
          />
          <NumberInput
            label={t(($) => $.backups.everyHours)}
            description={t(($) => $.backups.everyHoursHelp)}
            maw={320}
            required
            {...form.getInputProps('everyHours')}
          />
          <NumberInput
            label={t(($) => $.backups.keep)}
            description={t(($) => $.backups.keepHelp)}
            maw={320}
            required
            {...form.getInputProps('keep')}
          />
        </>
      )}
      <SaveActions
        sent={sent}
        save={t(($) => $.backups.save)}
        saved={t(($) => $.backups.saved)}
        notSaved={t(($) => $.backups.notSaved)}
      />
    </Form>
  );
}
