import { Button, Group, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../contract/contract.ts';
import { useCall } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { numberIn } from '../../ui/form/number-in.ts';
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
  const { form, submit, isPending, isDone, error } = useCallForm('models.setApprovalRules', {
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
      {error && <ErrorNotice error={error} title={t(($) => $.approvalRules.notSaved)} />}
      <Group>
        <Button type="submit" loading={isPending}>
          {t(($) => $.approvalRules.save)}
        </Button>
        <Text role="status" size="sm">
          {isDone && t(($) => $.approvalRules.saved)}
        </Text>
      </Group>
    </Form>
  );
}
