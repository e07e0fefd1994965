import { Button, Checkbox, Group, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MOST_SESSIONS, REPORT_FORMATS, type ReportFormat } from '../../../contract/review/reports.ts';
import type { Role } from '../../../contract/role.ts';
import { LANGUAGES } from '../../../core/words/language.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useContentsWords } from '../../ui/exporting/use-contents-words.ts';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { ReportLanguage } from '../../ui/report-language.tsx';
import { Section } from '../../ui/section.tsx';
import { mayIdentify } from './may-identify.ts';
import { SessionChoice } from './session-choice.tsx';

/** Chooses sessions and formats, and begins an export of them. */
export function NewExport({ role }: { readonly role: Role }) {
  const { t, i18n } = useTranslation('exports');
  const contents = useContentsWords();
  const { form, submit, isPending, error } = useCallForm('exports.start', {
    initialValues: {
      sessionIds: [] as string[],
      formats: ['pdf'] as ReportFormat[],
      language: LANGUAGES.find((each) => each === i18n.language) ?? 'en',
      isIdentified: false,
    },
    toInput: ({ formats, ...values }) => ({
      ...values,
      formats: REPORT_FORMATS.filter((each) => formats.includes(each)),
    }),
    onDone: (_, filled) => filled.resetField('sessionIds'),
  });
  const { sessionIds } = form.values;
  const isComplete = form.isValid();

  return (
    <Section title={t(($) => $.page.new)}>
      <Form onSubmit={submit}>
        <SessionChoice
          chosen={new Set(sessionIds)}
          onChoose={(chosen) => form.setFieldValue('sessionIds', [...chosen])}
        />
        <Checkbox.Group label={t(($) => $.page.formats)} {...form.getInputProps('formats')}>
          <SimpleGrid mt="xs" spacing="md" verticalSpacing="xs" cols={{ base: 1, md: 2 }}>
            {REPORT_FORMATS.map((format) => (
              <Checkbox key={format} value={format} label={t(($) => $.format[format])} description={contents(format)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <ReportLanguage label={t(($) => $.page.language)} {...form.getInputProps('language')} />
        {mayIdentify(role) && (
          <Checkbox
            label={t(($) => $.page.identified)}
            description={t(($) => $.page.identifiedHelp)}
            {...form.getInputProps('isIdentified', { type: 'checkbox' })}
          />
        )}
        {error && <ErrorNotice error={error} title={t(($) => $.page.notStarted)} />}
        <Group justify="flex-end">
          {!isComplete && (
            <Text size="sm" c="dimmed">
              {sessionIds.length > MOST_SESSIONS
                ? t(($) => $.page.tooMany, { most: MOST_SESSIONS })
                : t(($) => $.page.startAgainHelp)}
            </Text>
          )}
          <Button type="submit" loading={isPending} disabled={!isComplete}>
            {t(($) => $.page.start)}
          </Button>
        </Group>
      </Form>
    </Section>
  );
}
