import { NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../contract/contract.ts';
import { useCall } from '../../client/use-call.ts';
import { Form } from '../../ui/form/form.tsx';
import { numberIn } from '../../ui/form/number-in.ts';
import { SaveActions } from '../../ui/form/save-actions.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';

/** What this site asks of a model before it is used. */
export function ApprovalRulesSection() {
  const { t } = useTranslation('settings');
  const rules = useCall('models.approvalRules', {});
  return (
    <Section title={t(($) => $.approvalRules.title)} description={t(($) => $.approvalRules.description)}>
      <Loaded query={rules} what={t(($) => $.approvalRules.what)}>
        {(stored) => <RulesForm stored={stored} />}
      </Loaded>
    </Section>
  );
}

function RulesForm({ stored }: { readonly stored: Output<'models.approvalRules'> }) {
  const { t } = useTranslation('settings');
  const { form, submit, ...sent } = useCallForm('models.setApprovalRules', {
    initialValues: stored as { fewestTestChildren: number | string; margin: number | string },
    toInput: ({ fewestTestChildren, margin }) => ({
      fewestTestChildren: numberIn(fewestTestChildren),
      margin: numberIn(margin),
    }),
  });
  return (
    <Form onSubmit={submit}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label={t(($) => $.approvalRules.fewestTestChildren)}
          description={t(($) => $.approvalRules.fewestTestChildrenHelp)}
          required
          {...form.getInputProps('fewestTestChildren')}
        />
        <NumberInput
          label={t(($) => $.approvalRules.margin)}
          description={t(($) => $.approvalRules.marginHelp)}
          required
          step={0.01}
          {...form.getInputProps('margin')}
        />
      </SimpleGrid>
      <SaveActions
        sent={sent}
        save={t(($) => $.approvalRules.save)}
        saved={t(($) => $.approvalRules.saved)}
        notSaved={t(($) => $.approvalRules.notSaved)}
      />
    </Form>
  );
}
