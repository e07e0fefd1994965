import { Stack, Text, Title } from '@mantine/core';
import IconBuildingHospital from '@tabler/icons-react/icons/IconBuildingHospital';
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { NotADiagnosis } from '../../ui/not-a-diagnosis.tsx';
import { BigChoice } from './big-choice.tsx';

/** The two ways to begin. */
export function ChooseStart({ onSetUp }: { readonly onSetUp: () => void }) {
  const { t } = useTranslation('setUp');
  const openDemo = useAction('site.openDemo');
  return (
    <Stack gap="lg">
      <title>{`${t(($) => $.welcome)} · Faceward`}</title>
      <div>
        <Title order={1}>{t(($) => $.title)}</Title>
        <Text size="lg" c="dimmed">
          {t(($) => $.intro)}
        </Text>
        <NotADiagnosis />
      </div>
      <BigChoice
        icon={<IconBuildingHospital size={36} aria-hidden />}
        title={t(($) => $.site)}
        description={t(($) => $.siteHelp)}
        disabled={openDemo.isPending}
        onChoose={onSetUp}
      />
      <BigChoice
        icon={<IconPlayerPlay size={36} aria-hidden />}
        title={t(($) => $.demo)}
        description={t(($) => $.demoHelp)}
        disabled={openDemo.isPending}
        onChoose={() => openDemo.mutate({})}
      />
      {openDemo.isPending && <Text role="status">{t(($) => $.preparing)}</Text>}
      {openDemo.error && <ErrorNotice error={openDemo.error} title={t(($) => $.demoFailed)} />}
    </Stack>
  );
}
