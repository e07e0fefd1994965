import { NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import { useCall } from '../../../client/use-call.ts';
import { Form } from '../../../ui/form/form.tsx';
import { numberIn } from '../../../ui/form/number-in.ts';
import { SaveActions } from '../../../ui/form/save-actions.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { OwnPasswordField } from '../../../ui/own-password-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { RulesTable } from './rules-table.tsx';
import { SaveLogFirst } from './save-log-first.tsx';

/** How long each kind is kept before it is erased by itself, what that would take today, and what it last took. */
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
      readingsMonths: typedOf(stored.readingsMonths),
      picturesMonths: typedOf(stored.picturesMonths),
      exportsMonths: typedOf(stored.exportsMonths),
      auditMonths: typedOf(stored.auditMonths),
      password: '',
    },
    toInput: ({ password, ...typed }) => ({ ...rulesIn(typed), password }),
    secrets: ['password'],
  });
  const { password: _password, ...typed } = form.values;
  return (
    <Form onSubmit={submit}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <NumberInput
          label={t(($) => $.rules.readings)}
          description={t(($) => $.rules.readingsHelp)}
          {...form.getInputProps('readingsMonths')}
        />
        <NumberInput
          label={t(($) => $.rules.pictures)}
          description={t(($) => $.rules.picturesHelp)}
          {...form.getInputProps('picturesMonths')}
        />
        <NumberInput
          label={t(($) => $.rules.exports)}
          description={t(($) => $.rules.exportsHelp)}
          {...form.getInputProps('exportsMonths')}
        />
        <NumberInput
          label={t(($) => $.rules.audit)}
          description={t(($) => $.rules.auditHelp)}
          {...form.getInputProps('auditMonths')}
        />
      </SimpleGrid>
      <RulesTable rules={rulesIn(typed)} stored={stored} />
      {typed.auditMonths !== '' && <SaveLogFirst />}
      <OwnPasswordField maw={420} {...form.getInputProps('password')} />
      <SaveActions
        sent={sent}
        save={t(($) => $.rules.save)}
        saved={t(($) => $.rules.saved)}
        notSaved={t(($) => $.rules.notSaved)}
        variant="default"
      />
    </Form>
  );
}

/** Empty is for good. */
const typedOf = (months: number | null): number | string => months ?? '';

const monthsIn = (typed: number | string): number | null => (typed === '' ? null : numberIn(typed));

type Typed = 'readingsMonths' | 'picturesMonths' | 'exportsMonths' | 'auditMonths';

function rulesIn(typed: Readonly<Record<Typed, number | string>>) {
  return {
    readingsMonths: monthsIn(typed.readingsMonths),
    picturesMonths: monthsIn(typed.picturesMonths),
    exportsMonths: monthsIn(typed.exportsMonths),
    auditMonths: monthsIn(typed.auditMonths),
  };
}
