import { Button, Checkbox, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORMAT_FACTS, MAY_IDENTIFY, REPORT_FORMATS, type ReportFormat } from '../../../../contract/review/reports.ts';
import { LANGUAGES, type Language } from '../../../../core/words/language.ts';
import { call } from '../../../client/client.ts';
import { download } from '../../../client/download.ts';
import { wholeFile } from '../../../client/whole-file.ts';
import { ErrorText } from '../../../ui/error-text.tsx';
import { useContentsWords } from '../../../ui/exporting/use-contents-words.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { ReportLanguage } from '../../../ui/report-language.tsx';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';

/** The report as a file: for reading, for spreadsheets, for programs and for research tools. */
export function ExportSection({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('review');
  const contents = useContentsWords();
  const { user } = useSite();
  const [language, setLanguage] = useState<Language>(useLanguage().language);
  const [isIdentified, setIsIdentified] = useState(false);
  const report = useMutation({
    mutationFn: async (format: ReportFormat) =>
      wholeFile(await call('sessions.report', { sessionId, format, language, isIdentified })),
    onSuccess: download,
    onError: (error) =>
      notifications.show({ color: 'red.9', title: t(($) => $.exporting.failed), message: <ErrorText error={error} /> }),
  });
  const mayIdentify = MAY_IDENTIFY.includes(user.role);

  return (
    <Section
      title={t(($) => $.exporting.title)}
      description={t(($) => (isIdentified ? $.exporting.identifiedHelp : $.exporting.deidentifiedHelp))}
    >
      <Group gap="xs">
        {REPORT_FORMATS.map((format) => (
          <Button
            key={format}
            title={contents(format)}
            variant={format === 'pdf' ? 'filled' : 'default'}
            leftSection={<IconDownload size={18} aria-hidden />}
            loading={report.isPending && report.variables === format}
            onClick={() => report.mutate(format)}
          >
            {t(($) => $.exporting.export, { format: FORMAT_FACTS[format].name })}
          </Button>
        ))}
      </Group>
      <Group gap="xl" align="flex-start">
        <ReportLanguage
          label={t(($) => $.exporting.language)}
          value={language}
          onChange={(value) => setLanguage(LANGUAGES.find((each) => each === value) ?? language)}
        />
        {mayIdentify && (
          <Checkbox
            mt={26}
            label={t(($) => $.exporting.identified)}
            checked={isIdentified}
            onChange={(event) => setIsIdentified(event.currentTarget.checked)}
          />
        )}
      </Group>
    </Section>
  );
}
