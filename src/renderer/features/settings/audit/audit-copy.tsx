import { Button, Group, Text } from '@mantine/core';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import { useTranslation } from 'react-i18next';
import { download } from '../../../client/download.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';

const COMPARE = 'faceward audit verify audit.jsonl --key site-key.pem --data FOLDER';

/** A signed copy of the log, to be kept out of reach. */
export function AuditCopy() {
  const { t } = useTranslation('records');
  const copy = useAction('audit.export', { onDone: download });
  return (
    <>
      <div>
        <Text>{t(($) => $.audit.signed)}</Text>
        <Text>{t(($) => $.audit.keepElsewhere)}</Text>
        <Text ff="monospace">{COMPARE}</Text>
      </div>
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={copy.isPending}
          onClick={() => copy.mutate({})}
        >
          {t(($) => $.audit.download)}
        </Button>
      </Group>
      {copy.error && <ErrorNotice error={copy.error} title={t(($) => $.audit.downloadFailed)} />}
    </>
  );
}
