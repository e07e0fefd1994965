import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import { useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';

/** After how many months sessions and exports are erased by themselves, with what that would take today. */
export function RetentionSection() {
  const { t } = useTranslation('erasing');
  const rules = useCall('erasures.rules', {});
  return (
    <Section title={t(($) => $.rules.title)} description={t(($) => $.rules.description)}>
      <Loaded query={rules} what={t(($) => $.rules.what)}>
        {(stored) => <RulesForm stored={stored} />}
      </Loaded>
    </Section>
  );
}

function RulesForm({ stored }: { readonly stored: Output<'erasures.rules'> }) {
  const { t } = useTranslation('erasing');
  const { site } = useSite();
  const { form, submit, isPending, isDone, error } = useCallForm('erasures.setRules', {
    initialValues: {
      readingsMonths: (stored.readingsMonths ?? '') as number | string,
      exportsMonths: (stored.exportsMonths ?? '') as number | string,
      password: '',
    },
    toInput: ({ readingsMonths, exportsMonths, password }) => ({
      readingsMonths: monthsIn(readingsMonths),
      exportsMonths: monthsIn(exportsMonths),
      password,
    }),
    secrets: ['password'],
  });
  const { readingsMonths, exportsMonths } = form.values;
  return (
    <Form onSubmit={submit}>
      <NumberInput
        label={t(($) => $.rules.readings)}
        description={t(($) => $.rules.readingsHelp)}
        maw={420}
        {...form.getInputProps('readingsMonths')}
      />
      <NumberInput
        label={t(($) => $.rules.exports)}
        description={t(($) => $.rules.exportsHelp)}
        maw={420}
        {...form.getInputProps('exportsMonths')}
      />
      <Ahead readingsMonths={monthsIn(readingsMonths)} exportsMonths={monthsIn(exportsMonths)} />
      {!site.demo && (
        <PasswordField
          label={t(($) => $.password)}
          maw={420}
          required
          autoComplete="off"
          {...form.getInputProps('password')}
        />
      )}
      {error && <ErrorNotice error={error} title={t(($) => $.rules.notSaved)} />}
      <Group>
        <Button type="submit" variant="default" loading={isPending}>
          {t(($) => $.rules.save)}
        </Button>
        <Text role="status" size="sm">
          {isDone && t(($) => $.rules.saved)}
        </Text>
      </Group>
      <LastRun lastRun={stored.lastRun} />
    </Form>
  );
}

const monthsIn = (typed: number | string): number | null => (typed === '' ? null : Number(typed));

interface Months {
  readonly readingsMonths: number | null;
  readonly exportsMonths: number | null;
}

const isMonths = (months: number | null) =>
  months === null || (Number.isInteger(months) && months >= 1 && months <= 1200);

/** What the rules would take today. Nothing while a number cannot be one. */
function Ahead(months: Months) {
  const { t } = useTranslation('erasing');
  const enabled = isMonths(months.readingsMonths) && isMonths(months.exportsMonths);
  const ahead = useCall('erasures.rulesAhead', months, { enabled, keepsPrevious: true });
  if (!enabled) return null;
  return (
    <Loaded query={ahead} what={t(($) => $.rules.looking)}>
      {({ sessions, readings, exports }) => (
        <Text fw={650}>
          {sessions + exports === 0
            ? t(($) => $.rules.nothing)
            : t(($) => $.rules.ahead, {
                sessions: t(($) => $.rules.sessions, { count: sessions }),
                readings: t(($) => $.rules.readingsCount, { count: readings }),
                exports: t(($) => $.rules.exportsCount, { count: exports }),
              })}
        </Text>
      )}
    </Loaded>
  );
}

function LastRun({ lastRun }: Pick<Output<'erasures.rules'>, 'lastRun'>) {
  const { t } = useTranslation('erasing');
  const { dateTime } = useFormat();
  return (
    <Text size="sm">
      {lastRun === null
        ? t(($) => $.rules.never)
        : t(($) => $.rules.lastRun, {
            at: dateTime(lastRun.atIso),
            sessions: t(($) => $.rules.sessions, { count: lastRun.sessions }),
            exports: t(($) => $.rules.exportsCount, { count: lastRun.exports }),
          })}
    </Text>
  );
}
