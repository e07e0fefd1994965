import { Button, Group, Text } from '@mantine/core';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import { useTranslation } from 'react-i18next';
import { download } from '../../client/download.ts';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';

const FILE_NAME = 'site-key.pem';
const VERIFY = `faceward verify report.pdf --key ${FILE_NAME}`;

/** The key that the site signs its reports with, for whoever must tell a genuine report from an altered one. */
export function ReportKeySection() {
  const { t } = useTranslation('settings');
  const key = useCall('site.reportKey', {});
  return (
    <Section title={t(($) => $.reportKey.title)} description={t(($) => $.reportKey.description)}>
      <Loaded query={key} what={t(($) => $.reportKey.what)}>
        {({ publicKeyPem, fingerprint }) => (
          <>
            <Text>
              {t(($) => $.reportKey.fingerprint)}{' '}
              <Text span ff="monospace" data-testid="report-key">
                {fingerprint}
              </Text>
            </Text>
            <div>
              <Text>{t(($) => $.reportKey.verify)}</Text>
              <Text ff="monospace">{VERIFY}</Text>
            </div>
            <Group>
              <Button
                variant="default"
                leftSection={<IconDownload size={18} aria-hidden />}
                onClick={() => download(pemFile(publicKeyPem))}
              >
                {t(($) => $.reportKey.download)}
              </Button>
            </Group>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function pemFile(pem: string) {
  return { fileName: FILE_NAME, mediaType: 'application/x-pem-file', bytes: new TextEncoder().encode(pem) };
}
