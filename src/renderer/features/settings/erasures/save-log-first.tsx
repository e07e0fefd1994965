import { Button, Group, Text } from '@mantine/core';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import { useTranslation } from 'react-i18next';
import { download } from '../../../client/download.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';

/** Before entries of the audit log go for good: a signed copy of all of it, to be kept elsewhere. */
export function SaveLogFirst() {
  const { t } = useTranslation('erasing');
  const copy = useAction('audit.export', { onDone: download });
  return (
    <>
      <Text size="sm">{t(($) => $.rules.saveFirstHelp)}</Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={copy.isPending}
          onClick={() => copy.mutate({})}
        >
          {t(($) => $.rules.saveFirst)}
        </Button>
      </Group>
      {copy.error && <ErrorNotice error={copy.error} title={t(($) => $.rules.saveFirstFailed)} />}
    </>
  );
}
