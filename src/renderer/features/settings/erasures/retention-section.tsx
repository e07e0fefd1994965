import { NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Input, METHODS, type Output } from '../../../../contract/contract.ts';
import { useCall } from '../../../client/use-call.ts';
import { Form } from '../../../ui/form/form.tsx';
import { numberIn } from '../../../ui/form/number-in.ts';
import { SaveActions } from '../../../ui/form/save-actions.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { OwnPasswordField } from '../../../ui/own-password-field.tsx';
import { Section } from '../../../ui/section.tsx';

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
  const { form, submit, ...sent } = useCallForm('erasures.setRules', {
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
      <OwnPasswordField maw={420} {...form.getInputProps('password')} />
      <SaveActions
        sent={sent}
        save={t(($) => $.rules.save)}
        saved={t(($) => $.rules.saved)}
        notSaved={t(($) => $.rules.notSaved)}
        variant="default"
      />
      <LastRun lastRun={stored.lastRun} />
    </Form>
  );
}

/** Empty is for good. */
const monthsIn = (typed: number | string): number | null => (typed === '' ? null : numberIn(typed));

/** What the rules would take today. Nothing while a number cannot be one. */
function Ahead(rules: Input<'erasures.rulesAhead'>) {
  const { t } = useTranslation('erasing');
  const enabled = METHODS['erasures.rulesAhead'].input.safeParse(rules).success;
  // Never with the count of the rules before: it would stand beside numbers that it does not follow from.
  const ahead = useCall('erasures.rulesAhead', rules, { enabled });
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
