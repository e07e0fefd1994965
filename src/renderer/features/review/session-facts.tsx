import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/sessions.ts';
import { useCall } from '../../client/use-call.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { RenderedOnly } from '../../ui/rendered-only.tsx';

/** What a reader must know about a session before its figures: which model, which camera or file, how it ended. */
export function SessionFacts({ session }: { readonly session: Session }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const { day } = useFormat();
  const models = useCall('models.list', {});
  const model = models.data?.find(({ id }) => id === session.modelId);
  return (
    <>
      {session.state === 'recovered' && (
        <Notice kind="warning" title={t(($) => $.session.recoveredTitle)}>
          {t(($) => $.session.recovered)}
        </Notice>
      )}
      <Group gap="lg">
        <Text style={{ overflowWrap: 'anywhere' }}>
          {t(($) => $.session.modelVersion, { model: session.modelId, version: session.modelVersion })}
        </Text>
        <Text style={{ overflowWrap: 'anywhere' }}>
          {session.recordingName === null
            ? common(($) => $.source[session.source])
            : t(($) => $.sessions.ofRecording, { file: session.recordingName })}
        </Text>
        {session.recordingDay && <Text>{t(($) => $.sessions.filmedOn, { day: day(session.recordingDay) })}</Text>}
        <Text>{common(($) => $.sessionState[session.state])}</Text>
        <Text>{t(($) => $.session.readings, { count: session.sampleCount })}</Text>
        {model && <RenderedOnly model={model} />}
      </Group>
    </>
  );
}
