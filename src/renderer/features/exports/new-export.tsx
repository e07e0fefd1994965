import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REPORT_FORMATS, type ReportFormat } from '../../../contract/reports.ts';
import type { Role } from '../../../contract/role.ts';
import { LANGUAGE_FACTS, LANGUAGES, type Language } from '../../../core/words/language.ts';
import { useAction, useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { MOST_SESSIONS } from './choice.ts';
import { mayIdentify } from './may-identify.ts';
import { SessionChoice } from './session-choice.tsx';

/** Chooses sessions and formats, and begins an export of them. */
export function NewExport({ role }: { readonly role: Role }) {
  const { t, i18n } = useTranslation('exports');
  const sessions = useCall('sessions.list', {});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [formats, setFormats] = useState<ReportFormat[]>(['pdf']);
  const [language, setLanguage] = useState<Language>(LANGUAGES.find((each) => each === i18n.language) ?? 'en');
  const [isIdentified, setIsIdentified] = useState(false);
  const start = useAction('exports.start', { onDone: () => setChosen(new Set()) });
  const isComplete = chosen.size > 0 && chosen.size <= MOST_SESSIONS && formats.length > 0;

  function submit(event: FormEvent): void {
    event.preventDefault();
    start.mutate({ sessionIds: [...chosen], formats, language, isIdentified });
  }

  return (
    <Section title={t(($) => $.page.new)}>
      <Loaded query={sessions} what={t(($) => $.page.sessions)}>
        {(list) =>
          list.every(({ state }) => state === 'running') ? (
            <EmptyState title={t(($) => $.page.noSessions)} />
          ) : (
            <Stack component="form" onSubmit={submit}>
              <SessionChoice sessions={list} chosen={chosen} onChoose={setChosen} />
              <Checkbox.Group
                label={t(($) => $.page.formats)}
                value={formats}
                onChange={(values) => setFormats(REPORT_FORMATS.filter((each) => values.includes(each)))}
              >
                <Group mt="xs" gap="md">
                  {REPORT_FORMATS.map((format) => (
                    <Checkbox key={format} value={format} label={t(($) => $.format[format])} />
                  ))}
                </Group>
              </Checkbox.Group>
              <Radio.Group
                label={t(($) => $.page.language)}
                value={language}
                onChange={(value) => setLanguage(value as Language)}
              >
                <Group mt="xs">
                  {LANGUAGES.map((each) => (
                    <Radio key={each} value={each} label={LANGUAGE_FACTS[each].ownName} />
                  ))}
                </Group>
              </Radio.Group>
              {mayIdentify(role) && (
                <Checkbox
                  label={t(($) => $.page.identified)}
                  description={t(($) => $.page.identifiedHelp)}
                  checked={isIdentified}
                  onChange={(event) => setIsIdentified(event.currentTarget.checked)}
                />
              )}
              {start.error && <ErrorNotice error={start.error} title={t(($) => $.page.notStarted)} />}
              <Group justify="flex-end">
                {!isComplete && (
                  <Text size="sm" c="dimmed">
                    {chosen.size > MOST_SESSIONS
                      ? t(($) => $.page.tooMany, { most: MOST_SESSIONS })
                      : t(($) => $.page.startAgainHelp)}
                  </Text>
                )}
                <Button type="submit" loading={start.isPending} disabled={!isComplete}>
                  {t(($) => $.page.start)}
                </Button>
              </Group>
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}
